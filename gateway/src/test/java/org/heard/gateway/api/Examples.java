package org.heard.gateway.api;

/** Answers of analytics-service, invented; each has a field that the gateway must not forward. */
final class Examples {
  static final String COUNTS =
      """
      {"ward":{"id":"W01","name":"Ward W01","site":"S01","organisation":"O01","secretOfUpstream":1},
       "bucket":"week","secretOfUpstream":"never forwarded",
       "periods":[
        {"period":"2026-W40","from":"2026-09-28","to":"2026-10-04","submissions":44,
         "ratings":{"1":25,"2":9,"3":3,"4":1,"5":1,"6":1},
         "modes":{"online":{"1":25,"2":9,"3":3,"4":1,"5":1,"6":1}},"comments":51,"withContent":46,
         "withheld":1,"lowConfidence":4,"questions":{"good":30,"improve":20,"why":1},
         "languages":{"en":49,"pl":2},"withheldLanguages":{"pl":1},"anyShortfall":9,
         "pillars":[
          {"pillar":"Attending","polarity":"present","numerator":12,"secretOfUpstream":3},
          {"pillar":"Attending","polarity":"absent","numerator":0}],
         "secretOfUpstream":2,"corrections":{"count":3,"net":-1,"secret":1},"themes":[
          {"layer":"compassion","theme":"being-heard","polarity":"present","numerator":12},
          {"layer":"compassion","theme":"being-heard","polarity":"absent","numerator":0},
          {"layer":"general","theme":"general-praise","polarity":null,"numerator":5}]},
        {"period":"2026-W41","from":"2026-10-05","to":"2026-10-11","submissions":9,
         "ratings":{"1":9},"modes":{},"comments":9,"withContent":9,"withheld":0,
         "lowConfidence":0,"questions":{"good":0,"improve":9,"why":0},
         "languages":{"pl":1},"withheldLanguages":{"pl":1},"anyShortfall":3,
         "corrections":{"count":0,"net":0},"pillars":[
          {"pillar":"Helping","polarity":"absent","numerator":3}],"themes":[
          {"layer":"practical","theme":"food-and-drink","polarity":"negative","numerator":3}]},
        {"period":"2026-W42","from":"2026-10-12","to":"2026-10-18","submissions":0,
         "ratings":{},"modes":{},"comments":0,"withContent":0,"withheld":0,
         "lowConfidence":0,"questions":{"good":0,"improve":0,"why":0},
         "languages":{},"withheldLanguages":{},"anyShortfall":0,"corrections":{"count":0,"net":0},
         "pillars":[],"themes":[]}],
       "taxonomyVersion":"compassion-1.0","modelVersion":"test-1",
       "snapshotAt":"2026-10-19T08:00:00Z"}""";

  static final String COMMENTS =
      """
      {"items":[
        {"id":"s1-1","submissionId":"s1","question":"good","rating":1,
         "text":"[STAFF-1] heard me out.","countedOn":"2026-10-01","period":"2026-W40",
         "language":"en","severity":"none","alert":"neglect",
         "secretOfUpstream":"never forwarded","tags":[
          {"layer":"compassion","theme":"being-heard","polarity":"present",
           "specificity":"specific","confidence":0.93,"secretOfUpstream":1,
           "evidence":{"start":10,"end":22,"text":"heard me out"}},
          {"layer":"general","theme":"general-praise","polarity":null,"confidence":0.5,
           "evidence":{"start":0,"end":1,"text":"["}}]},
        {"id":"s2-1","submissionId":"s2","question":"improve","rating":null,
         "text":"must not be shown","countedOn":"2026-10-02","period":"2026-W40",
         "language":"en","severity":"serious","withheld":"IN_REVIEW","tags":[
          {"layer":"compassion","theme":"dignity-and-respect","polarity":"absent",
           "confidence":0.9,"evidence":{"start":0,"end":4,"text":"must"}}]}],
       "total":2,"next":"c2"}""";

  static final String HIDDEN_HARM =
      """
      {"items":[
        {"id":"s3-1","submissionId":"s3","wardId":"W01","question":"improve","rating":1,
         "text":"[STAFF-1] was kind. Nobody came for hours.","countedOn":"2026-10-02",
         "period":"2026-W40","language":"en","severity":"serious","praised":["[STAFF-1]"],
         "secretOfUpstream":"never forwarded","alert":"neglect","tags":[]}],
       "total":4,"next":"c2","secretOfUpstream":1,
       "periods":[
        {"period":"2026-W39","from":"2026-09-21","to":"2026-09-27","comments":3},
        {"period":"2026-W40","from":"2026-09-28","to":"2026-10-04","comments":1,
         "secretOfUpstream":2}]}""";

  static final String MISMATCHES =
      """
      {"items":[
        {"wardId":"W01","day":"2026-10-05","state":"open","expected":41,"found":38,
         "asOf":"2026-10-06T01:14:00Z","firstSeenAt":"2026-10-06T01:15:35Z",
         "lastSeenAt":"2026-10-06T01:20:05Z","resolvedAt":null,
         "secretOfUpstream":"never forwarded"}],
       "total":3,"next":"c2"}""";

  static final String HELD =
      """
      {"items":[
        {"id":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2",
         "submissionId":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4","question":"good",
         "language":"pl","text":"Pielęgniarki były miłe.","version":"5f0c3b7a91de","countedOn":"2026-10-05",
         "secretOfUpstream":"never forwarded"}],
       "total":3,"next":"c2"}""";

  static final String HELD_ACCESSES =
      """
      {"items":[
        {"what":"read","subject":"an-analyst","at":"2026-10-06T09:14:05.120334Z","wardId":"W01",
         "comments":["7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2"],
         "secretOfUpstream":"never forwarded"},
        {"what":"export","subject":"an-analyst","at":"2026-10-05T16:40:11.004512Z","wardId":"W02",
         "comments":["0f8fad5b-d9cb-469f-a165-70867728950e-1"]}],
       "total":3,"next":"c2"}""";

  static final String TRANSLATED =
      """
      {"id":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2","text":"[STAFF-1] was kind.",
       "language":"en","translatedFrom":"pl","secretOfUpstream":"never forwarded"}""";

  static final String RECOUNT =
      """
      {"id":17,"state":"different","rebuild":false,"startedAt":"2026-10-06T02:40:00Z",
       "endedAt":"2026-10-06T02:40:09Z","comparedRows":48210,"differingRows":2,
       "rollups":[{"rollup":"theme","comparedRows":31044,"differingRows":2,"secretOfUpstream":1}],
       "wardDays":[{"rollup":"theme","wardId":"W01","day":"2026-10-05","differingRows":2,
         "secretOfUpstream":"never forwarded"}],
       "secretOfUpstream":"never forwarded"}""";

  static final String RECOUNTS = "{\"items\":[" + RECOUNT + "],\"total\":3,\"next\":\"c2\"}";

  /** Responses 12 + 20 + 4 + 7, of them positive 6 + 10 + 4 + 1; and what is said in comments. */
  static final String DEMOGRAPHICS =
      """
      {"ward":{"id":"W01","name":"Ward W01","site":"S01","organisation":"O01","secretOfUpstream":1},
       "by":"sex","bucket":"quarter","period":"2026-Q3","from":"2026-07-01","to":"2026-09-30",
       "today":"2026-10-19","snapshotAt":"2026-10-19T08:00:00Z","bands":[
        {"band":"female","submissions":13,"responses":12,"positive":6,"commenting":11,
         "withShortfall":5,"comments":14,"pillars":{"Attending":1},"secretOfUpstream":2},
        {"band":"male","submissions":20,"responses":20,"positive":10,"commenting":10,
         "withShortfall":5,"comments":12,"pillars":{}},
        {"band":"other","submissions":4,"responses":4,"positive":4,"commenting":0,
         "withShortfall":0,"comments":0,"pillars":{}},
        {"band":"not-said","submissions":7,"responses":7,"positive":1,"commenting":7,
         "withShortfall":6,"comments":7,"pillars":{}}]}""";

  static final String CORRECTION =
      """
      {"id":"4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21",
       "commentId":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2","wardId":"W01","kind":"wrong",
       "layer":"compassion","theme":"being-heard","polarity":"absent",
       "evidence":{"start":0,"end":8},"state":"open","raisedAt":"2026-10-07T09:15:00Z",
       "decidedAt":null,"raisedBy":"never forwarded"}""";

  static final String DECIDED =
      CORRECTION
          .replace("\"open\"", "\"accepted\"")
          .replace("\"decidedAt\":null", "\"decidedAt\":\"2026-10-08T10:00:00Z\"");

  static final String CORRECTIONS =
      """
      {"items":[%s],"total":3,"next":"c2"}"""
          .formatted(
              CORRECTION.replace(
                  "\"raisedBy\"",
                  "\"comment\":{\"question\":\"improve\",\"rating\":4,"
                      + "\"text\":\"[STAFF-1] left.\",\"secretOfUpstream\":1},\"raisedBy\""));

  static final String EXPORT =
      """
      {"id":"a-1","source":"corrections","question":"improve","rating":4,"text":"Cold.","annotation":{}}
      {"id":"b-1","source":"corrections","question":"good","rating":null,"text":"Kind.","annotation":{}}
      """;

  static final String REVIEWS =
      """
      {"items":[
        {"commentId":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2","wardId":"W01","question":"improve",
         "rating":4,"text":"The food was cold.","language":"en","sample":"random",
         "secretOfUpstream":"never forwarded","tags":[
          {"layer":"practical","theme":"food-and-drink","polarity":"negative","confidence":0.53,
           "evidence":{"start":0,"end":17,"text":"The food was cold"}}]}],
       "total":3,"next":"c2"}""";

  static final String REVIEWED =
      """
      {"commentId":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2","sample":"random",
       "modelVersion":"test-1","reviewedAt":"2026-10-08T10:00:00Z","reviewer":"never forwarded"}""";

  static final String QUALITY =
      """
      {"from":"2026-07-10","to":"2026-10-08","modelVersion":"test-1","reviewed":120,
       "secretOfUpstream":1,"tags":[
        {"layer":"compassion","theme":"being-heard","polarity":"absent","right":31,"wrong":4,
         "missing":6},
        {"layer":"practical","theme":"food-and-drink","polarity":"negative","right":9,"wrong":1,
         "missing":0},
        {"layer":"general","theme":"general-praise","polarity":null,"right":0,"wrong":0,
         "missing":2}]}""";

  private static final String LISTED_ACTION =
      """
      {"id":"0f8fad5b-d9cb-469f-a165-70867728950e","wardId":"W01","version":3,"status":"testing",
       "aim":"Sooner","aimBy":"2026-12-31","target":4.5,"measure":{"kind":"theme-rate",
       "pillar":null,"layer":"compassion","theme":"responsive-help","polarity":"absent",
       "secretOfUpstream":1},"changeIdea":null,"prediction":null,"owner":"Night team",
       "startsOn":"2026-10-12","endsOn":null,"whatHappened":null,"decision":null,"reason":null,
       "statement":{"youSaid":"Nobody came.","weDid":"We walk round.","secretOfUpstream":1},
       "insightRef":{"layer":"compassion","theme":"responsive-help","polarity":"absent",
       "bucket":"week","period":"2026-W40","numerator":7,"denominator":51,
       "countedAt":"2026-10-06T08:00:00Z"},"statementBy":"a1b2c3","publishedAt":null,
       "overdue":false,"unmeasured":true,"createdAt":"2026-10-06T08:00:00Z",
       "changedAt":"2026-10-12T08:00:00Z","secretOfUpstream":"never forwarded\"""";

  static final String ACTION =
      LISTED_ACTION
          + """
            ,"history":[{"version":3,"what":"changed","fields":["status"],"from":"planned",
             "to":"testing","subject":"a1b2c3","at":"2026-10-12T08:00:00Z",
             "secretOfUpstream":1}]}""";

  static final String ACTIONS = "{\"items\":[" + LISTED_ACTION + "}],\"total\":3,\"next\":\"c2\"}";

  static final String ACTION_SUMMARY =
      """
      {"byStatus":{"noted":1,"planned":0,"testing":2,"done":3,"cannot-do":1},"overdue":1,
       "unmeasured":2,"statements":3,"shortfallThemes":{"from":"2026-W35","to":"2026-W47",
       "numerator":3,"denominator":7},"secretOfUpstream":"never forwarded"}""";

  static final String STATEMENTS =
      """
      {"items":[{"youSaid":"Nobody came.","weDid":"We walk round.","status":"done",
        "publishedOn":"2026-11-16","statementBy":"s3cret","secretOfUpstream":"never forwarded"}],
       "total":3,"next":"c2"}""";

  private Examples() {}
}
