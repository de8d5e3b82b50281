package org.heard.feedback.junk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.UUID;

/** A door, what is right there, and what an answer says has been kept. A new door is a new row. */
enum Door {
  SINGLE(30, Key.KIOSK, "POST", "application/json", "/v1/feedback") {
    @Override
    String right(Random random, Lane lane) {
      return submission(random, "kiosk");
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      if (answer.status() == 201) {
        kept.submission(Kept.parse(request.body()));
      }
    }
  },
  BATCH(16, Key.IMPORTER, "POST", "application/x-ndjson", "/v1/feedback/batch") {
    @Override
    String right(Random random, Lane lane) {
      String line = submission(random, "paper") + "\n";
      return random.nextBoolean() ? line : line + submission(random, "sms") + "\n";
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      byte[][] lines = Kept.lines(request.body());
      for (String result : answer.body().lines().toList()) {
        JsonNode of = Kept.parse(result);
        if (of.path("status").asText().equals("accepted")) {
          kept.submission(Kept.parse(lines[of.path("line").asInt() - 1]));
        } else if (of.path("status").asText().equals("rejected")) {
          JunkIT.requireKnown(of.path("problem").path("code").asText());
        }
      }
    }
  },
  CSV_IMPORT(11, Key.IMPORTER, "POST", "text/csv", Door.IMPORT) {
    @Override
    String right(Random random, Lane lane) {
      return "ref,comment,score,ward\n%d,\"Calm, and\nkind\",2,W01\n%d,Fine,Very good,W02\n"
          .formatted(random.nextInt(1000), random.nextInt());
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      imported(answer, kept);
    }
  },
  JSON_IMPORT(11, Key.IMPORTER, "POST", "application/jsonl", Door.IMPORT) {
    @Override
    String right(Random random, Lane lane) {
      return "{\"ref\":%d,\"comment\":\"Calm\",\"score\":2,\"ward\":\"W01\"}%n{\"score\":1,\"ward\":\"W02\"}%n"
          .formatted(random.nextInt(1000));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      imported(answer, kept);
    }
  },
  RECEIPT(10, Key.NONE, "POST", "application/json", "/v1/receipts/lookup") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"receiptCode\": \"7QK2-M0ZD-9XVA-4T8C-P\"}";
    }
  },
  /** Few: it is limited to less than the others take in a moment. */
  PAIRING(2, Key.NONE, "POST", "application/json", "/v1/devices/pair") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"code\": \"7QK2M-0ZD9X\"}";
    }
  },
  DEVICE(4, Key.ADMIN, "POST", "application/json", "/v1/devices") {
    @Override
    String right(Random random, Lane lane) {
      return random.nextBoolean()
          ? "{\"name\": \"day room\", \"kind\": \"kiosk\", \"wardId\": \"W01\"}"
          : "{\"name\": \"cards\", \"kind\": \"importer\", \"organisationId\": \"O01\"}";
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.device(Kept.parse(request.body()), Kept.parse(answer.body()));
    }
  },
  MOVE(2, Key.ADMIN, "POST", "application/json", "/v1/devices/{device}/move") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"wardId\": \"W02\", \"since\": \"2026-10-%02dT08:00:00Z\"}"
          .formatted(1 + random.nextInt(30));
    }
  },
  HEALTH(3, Key.KIOSK, "POST", "application/json", "/v1/devices/me/health") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"clock\": \"2026-10-05T09:15:30.250+01:00\", \"queueLength\": %d}"
          .formatted(random.nextInt(100));
    }
  },
  DIRECTORY_FILE(4, Key.ADMIN, "POST", "text/csv", "/v1/directory-imports") {
    @Override
    String right(Random random, Lane lane) {
      int number = random.nextInt(50);
      return """
          kind,id,name,nameFrom,odsCode,organisationId,siteId,specialties,closedOn
          ward,FILEWARD%2$d-%1$d,Moss Ward,2026-04-01,,,FILESITE%2$d-%1$d,300;430,
          site,FILESITE%2$d-%1$d,"Moss House, %3$d",,ZZ3%1$02d,O01,,,
          """
          .formatted(number, lane.number(), random.nextInt(3));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.units(Kept.parse(answer.body()).path("created").asInt());
    }
  },
  ORGANISATION(1, Key.ADMIN, "PUT", "application/json", "/v1/directory/organisations/O02") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"name\": \"Southfen %d\", \"odsCode\": \"ZZ2\", \"zone\": \"Europe/London\"}"
          .formatted(random.nextInt(9));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.state(request.target(), answer);
    }
  },
  SITE(1, Key.ADMIN, "PUT", "application/json", "/v1/directory/sites/PUTSITE{lane}") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"name\": \"Fern House %d\", \"odsCode\": \"ZZ9%02d\", \"organisationId\": \"O01\"}"
          .formatted(random.nextInt(9), random.nextInt(99));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.state(request.target(), answer);
    }
  },
  DIVISION(1, Key.ADMIN, "PUT", "application/json", "/v1/directory/divisions/PUTDIVISION{lane}") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"name\": \"Division %d\", \"organisationId\": \"O01\"}"
          .formatted(random.nextInt(9));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.state(request.target(), answer);
    }
  },
  WARD(3, Key.ADMIN, "PUT", "application/json", "/v1/directory/wards/PUTWARD{lane}") {
    @Override
    String right(Random random, Lane lane) {
      return """
          {"name": "Fern Ward %d", "nameFrom": "2026-0%d-01", "siteId": "S01", "divisionIds": [],
           "careSetting": "inpatient", "specialties": ["300"], "closedOn": null}
          """
          .formatted(random.nextInt(9), 1 + random.nextInt(9));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.state(request.target(), answer);
    }
  },
  QUESTIONS(1, Key.ADMIN, "PUT", "application/json", "/v1/wards/ASKED{lane}/questions") {
    @Override
    String right(Random random, Lane lane) {
      return """
          {"questions": [{"question": "good", "texts": {"en": "What was kind (%d)?", "cy": "Beth?"}},
           {"question": "improve", "texts": {"en": "What was not?"}}]}
          """
          .formatted(random.nextInt(9));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.state(request.target(), answer);
    }
  };

  /** Who knocks. */
  enum Key {
    NONE,
    KIOSK,
    IMPORTER,
    ADMIN
  }

  private static final String IMPORT =
      "/v1/feedback/batch?name=junk{lane}&map=id%3Dref&map=text%3Dcomment&map=rating%3Dscore&map=ward%3Dward";

  private final int share;
  private final Key key;
  private final String method;
  private final String type;
  private final String target;

  /**
   * @param share of all inputs, in percent
   */
  Door(int share, Key key, String method, String type, String target) {
    this.share = share;
    this.key = key;
    this.method = method;
    this.type = type;
    this.target = target;
  }

  /** A body that is taken. */
  abstract String right(Random random, Lane lane);

  /** Notes what an answer 2xx says has been kept; nothing unless told otherwise. */
  void taken(Request request, KeepAlive.Answer answer, Kept kept) {}

  int share() {
    return share;
  }

  /** Whether its bodies are documents with fields. */
  boolean hasFields() {
    return !type.equals("text/csv");
  }

  Request request(Lane lane, byte[] body) {
    return new Request(method, lane.fill(target), type, lane.bearer(key), body);
  }

  private static void imported(KeepAlive.Answer answer, Kept kept) {
    JsonNode done = Kept.parse(answer.body());
    kept.submissions(done.path("accepted").asInt());
    done.path("problems").forEach(problem -> JunkIT.requireKnown(problem.path("code").asText()));
  }

  private static String submission(Random random, String channel) {
    return """
        {"id": "%s", "wardId": "W01", "rating": %d, "channel": "%s", "mode": "online", \
        "authoredAt": "2026-10-05T09:15:30+01:00", "deviceSequence": %d, "language": "en-GB", \
        "respondent": "patient", "format": "standard", "consentToPublish": true, \
        "receiptCode": null, "demographics": {"ageBand": "25-34", "sex": "not-said"}, \
        "contact": {"name": "R. Reed", "phone": "07700 900123"}, \
        "answers": [{"question": "good", "text": "Calm and kind, ring 07700 900461."}, \
        {"question": "improve", "text": "Another blanket."}]}"""
        .formatted(
            new UUID(random.nextLong(), random.nextLong()),
            1 + random.nextInt(6),
            channel,
            random.nextInt(1000));
  }
}
