package org.heard.gateway.api;

/** Answers of analytics-service, invented; each has a field that the gateway must not forward. */
final class Examples {
  static final String COUNTS =
      """
      {"ward":{"id":"W01","name":"Ward W01","site":"S01","organisation":"O01","secretOfUpstream":1},
       "bucket":"week","secretOfUpstream":"never forwarded",
       "periods":[
        {"period":"2026-W40","from":"2026-09-28","to":"2026-10-04","submissions":44,
         "ratings":{"1":25,"2":9,"3":3,"4":1,"5":1,"6":1},"comments":51,"withContent":46,
         "withheld":1,"secretOfUpstream":2,"themes":[
          {"layer":"compassion","theme":"being-heard","polarity":"present","numerator":12},
          {"layer":"compassion","theme":"being-heard","polarity":"absent","numerator":0},
          {"layer":"general","theme":"general-praise","polarity":null,"numerator":5}]},
        {"period":"2026-W41","from":"2026-10-05","to":"2026-10-11","submissions":9,
         "ratings":{"1":9},"comments":9,"withContent":9,"withheld":0,"themes":[
          {"layer":"practical","theme":"food-and-drink","polarity":"negative","numerator":3}]},
        {"period":"2026-W42","from":"2026-10-12","to":"2026-10-18","submissions":0,
         "ratings":{},"comments":0,"withContent":0,"withheld":0,"themes":[]}],
       "taxonomyVersion":"compassion-1.0","modelVersion":"test-1",
       "snapshotAt":"2026-10-19T08:00:00Z"}""";

  static final String COMMENTS =
      """
      {"items":[
        {"id":"s1-1","submissionId":"s1","question":"good","rating":1,
         "text":"[STAFF-1] heard me out.","countedOn":"2026-10-01","period":"2026-W40",
         "language":"en","alert":"neglect","secretOfUpstream":"never forwarded","tags":[
          {"layer":"compassion","theme":"being-heard","polarity":"present",
           "specificity":"specific","confidence":0.93,"secretOfUpstream":1,
           "evidence":{"start":10,"end":22,"text":"heard me out"}},
          {"layer":"general","theme":"general-praise","polarity":null,"confidence":0.5,
           "evidence":{"start":0,"end":1,"text":"["}}]},
        {"id":"s2-1","submissionId":"s2","question":"improve","rating":null,
         "text":"must not be shown","countedOn":"2026-10-02","period":"2026-W40",
         "language":"en","withheld":"IN_REVIEW","tags":[
          {"layer":"compassion","theme":"dignity-and-respect","polarity":"absent",
           "confidence":0.9,"evidence":{"start":0,"end":4,"text":"must"}}]}],
       "total":2,"next":"c2"}""";

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
         "secretOfUpstream":"never forwarded"}],
       "total":3,"next":"c2"}""";

  static final String TRANSLATED =
      """
      {"id":"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2","text":"[STAFF-1] was kind.",
       "language":"en","translatedFrom":"pl","secretOfUpstream":"never forwarded"}""";

  private Examples() {}
}
