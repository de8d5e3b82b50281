package org.heard.feedback.junk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.fhir.Resources;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * A door, what is right there, and what an answer says has been kept. A new door is a new row. A
 * file costs as much as three documents, so there are fewer of them.
 */
enum Door {
  SINGLE(13, Key.KIOSK, Speech.PROBLEM, "POST", "application/json", "/v1/feedback") {
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
  /** What comes with a revoked key is put aside: nothing of it is stored or counted. */
  REVOKED(3, Key.REVOKED, Speech.PROBLEM, "POST", "application/json", "/v1/feedback") {
    @Override
    String right(Random random, Lane lane) {
      return submission(random, "kiosk");
    }

    @Override
    List<Integer> success() {
      return List.of(202);
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.putAside(Kept.parse(request.body()));
    }
  },
  BATCH(10, Key.IMPORTER, Speech.PROBLEM, "POST", "application/x-ndjson", "/v1/feedback/batch") {
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
  CSV_IMPORT(5, Key.IMPORTER, Speech.PROBLEM, "POST", "text/csv", Door.IMPORT) {
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
  JSON_IMPORT(5, Key.IMPORTER, Speech.PROBLEM, "POST", "application/jsonl", Door.IMPORT) {
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
  FORM(9, Key.NONE, Speech.PAGE, "POST", "application/x-www-form-urlencoded", "/f/{form}") {
    @Override
    String right(Random random, Lane lane) {
      return "form="
          + lane.formToken()
          + "&website=&rating="
          + (1 + random.nextInt(6))
          + "&good=Calm+and+kind%0D%0Aat+night&respondent=carer&phone=07700+900123";
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      page(answer, kept);
    }
  },
  PAPER(6, Key.DESK, Speech.PAGE, "POST", "application/x-www-form-urlencoded", "/paper") {
    @Override
    String right(Random random, Lane lane) {
      return "form="
          + lane.deskToken()
          + "&keyed=1&mode=paper-home&rating=4&good=The+tea+was+warm&improve=Noise&day=2026-10-"
          + (10 + random.nextInt(20));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      page(answer, kept);
    }
  },
  FHIR(8, Key.IMPORTER, Speech.OUTCOME, "POST", Resources.FHIR, Resources.DOOR + "?ward=W01") {
    @Override
    String right(Random random, Lane lane) {
      return Resources.fullest(new UUID(random.nextLong(), random.nextLong()));
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      Resources.read(QuestionnaireResponse.class, answer.body());
      kept.submissions(answer.status() == 201 ? 1 : 0);
    }
  },
  FHIR_KIOSK(3, Key.KIOSK, Speech.OUTCOME, "POST", Resources.FHIR, Resources.DOOR) {
    @Override
    String right(Random random, Lane lane) {
      String moment = Resources.fullest(new UUID(random.nextLong(), random.nextLong()));
      return random.nextBoolean() ? moment : moment.replaceFirst("T09:15:30[+]01:00", "");
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      Resources.read(QuestionnaireResponse.class, answer.body());
      kept.submissions(answer.status() == 201 ? 1 : 0);
    }
  },
  RECEIPT(2, Key.NONE, Speech.PROBLEM, "POST", "application/json", "/v1/receipts/lookup") {
    @Override
    String right(Random random, Lane lane) {
      return receipt(lane);
    }
  },
  RECEIPT_ERASURE(1, Key.NONE, Speech.PROBLEM, "POST", "application/json", "/v1/receipts/erase") {
    @Override
    String right(Random random, Lane lane) {
      return receipt(lane);
    }

    @Override
    List<Integer> success() {
      return List.of(202);
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.erased(request.lane().submission());
    }
  },
  ERASURE(1, Key.GOVERNANCE, Speech.PROBLEM, "POST", "application/json", "/v1/erasures") {
    @Override
    String right(Random random, Lane lane) {
      return random.nextBoolean()
          ? "{\"submissionId\": \"%s\", \"reason\": \"objection\"}".formatted(lane.submission())
          : "{\"receiptCode\": \"%s\", \"reason\": \"admin\"}".formatted(lane.receipt());
    }

    @Override
    List<Integer> success() {
      return List.of(202);
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      for (JsonNode id : Kept.parse(answer.body()).path("submissionIds")) {
        kept.erased(UUID.fromString(id.asText()));
      }
    }
  },
  /** Whatever its body: analytics-service keeps it, and nothing of it stays here. */
  HOLD(1, Key.GOVERNANCE, Speech.PROBLEM, "PUT", "application/json", "/v1/holds/{submission}") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  LIFTED_HOLD(
      1, Key.GOVERNANCE, Speech.PROBLEM, "DELETE", "application/json", "/v1/holds/{submission}") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  WITHDRAWAL(
      1, Key.NONE, Speech.PROBLEM, "POST", "application/json", "/v1/receipts/withdraw-consent") {
    @Override
    String right(Random random, Lane lane) {
      return receipt(lane);
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.withdrawn(request.lane());
    }
  },
  WITHDRAWAL_PAGE(
      1,
      Key.NONE,
      Speech.PAGE,
      "POST",
      "application/x-www-form-urlencoded",
      "/receipt/withdraw-consent") {
    @Override
    String right(Random random, Lane lane) {
      return "receiptCode=" + lane.receipt();
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.withdrawn(request.lane());
    }
  },
  RAW_ACCESS(
      1,
      Key.HANDLER,
      Speech.PROBLEM,
      "POST",
      "application/json",
      "/v1/feedback/{submission}/raw-access") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"alertId\": \"%s\", \"reason\": \"Somebody is in danger.\"}"
          .formatted(lane.alert());
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.read(Kept.parse(answer.body()).path("accessId").asText());
    }
  },
  RAW_ACCESSES(
      1,
      Key.GOVERNANCE,
      Speech.PROBLEM,
      "GET",
      "application/json",
      "/v1/raw-accesses?state=unseen&limit=2") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  RAW_ACCESS_SEEN(
      1,
      Key.GOVERNANCE,
      Speech.PROBLEM,
      "POST",
      "application/json",
      "/v1/raw-accesses/{access}/seen") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.seen(request.lane());
    }
  },
  STAFF_NAMES(
      1, Key.GATEWAY_FOR_LEADER, Speech.PROBLEM, "POST", "application/json", "/v1/staff-names") {
    @Override
    String right(Random random, Lane lane) {
      return "[{\"submissionId\": \"%s\", \"tokens\": [\"[STAFF-1]\"]}]"
          .formatted(lane.submission());
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      Set<String> told = new HashSet<>();
      for (JsonNode each : Kept.parse(answer.body())) {
        if (!each.path("names").isEmpty()) {
          told.add(each.path("submissionId").asText());
        }
      }
      kept.told(told.size());
    }
  },
  NAME_READINGS(
      1, Key.GOVERNANCE, Speech.PROBLEM, "GET", "application/json", "/v1/name-readings?limit=2") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  REDACTION(1, Key.GATEWAY_FOR_ANALYST, Speech.PROBLEM, "POST", "application/json", "/v1/redact") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"wardId\": \"W01\", \"text\": \"Sister Okafor sat with me, ring 07700 900%03d.\"}"
          .formatted(random.nextInt(1000));
    }
  },
  /** Nobody guesses a code. */
  DESK(1, Key.NONE, Speech.PAGE, "POST", "application/x-www-form-urlencoded", "/paper/open") {
    @Override
    String right(Random random, Lane lane) {
      return "code=7QK2M-0ZD9X";
    }
  },
  REDRIVE(1, Key.ADMIN, Speech.PROBLEM, "POST", "application/json", "/v1/events/redrive") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"wardId\": \"W02\", \"day\": \"2019-10-%02d\"}".formatted(1 + random.nextInt(30));
    }

    @Override
    List<Integer> success() {
      return List.of(202);
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.facts(Kept.parse(answer.body()).path("events").asInt());
    }
  },
  /** Few: it is limited to less than the others take in a moment. */
  PAIRING(1, Key.NONE, Speech.PROBLEM, "POST", "application/json", "/v1/devices/pair") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"code\": \"7QK2M-0ZD9X\"}";
    }
  },
  DEVICE(2, Key.ADMIN, Speech.PROBLEM, "POST", "application/json", "/v1/devices") {
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
  MOVE(1, Key.ADMIN, Speech.PROBLEM, "POST", "application/json", "/v1/devices/{device}/move") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"wardId\": \"W02\", \"since\": \"2026-10-%02dT08:00:00Z\"}"
          .formatted(1 + random.nextInt(30));
    }
  },
  HEALTH(4, Key.KIOSK, Speech.PROBLEM, "POST", "application/json", "/v1/devices/me/health") {
    @Override
    String right(Random random, Lane lane) {
      return "{\"clock\": \"2026-10-05T09:15:30.250+01:00\", \"queueLength\": %d}"
          .formatted(random.nextInt(100));
    }
  },
  DIRECTORY_FILE(2, Key.ADMIN, Speech.PROBLEM, "POST", "text/csv", "/v1/directory-imports") {
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
  ORGANISATION(
      1, Key.ADMIN, Speech.PROBLEM, "PUT", "application/json", "/v1/directory/organisations/O02") {
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
  SITE(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "PUT",
      "application/json",
      "/v1/directory/sites/PUTSITE{lane}") {
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
  DIVISION(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "PUT",
      "application/json",
      "/v1/directory/divisions/PUTDIVISION{lane}") {
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
  WARD(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "PUT",
      "application/json",
      "/v1/directory/wards/PUTWARD{lane}") {
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
  QUESTIONS(
      1, Key.ADMIN, Speech.PROBLEM, "PUT", "application/json", "/v1/wards/ASKED{lane}/questions") {
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
  },
  /** Nobody answers there: a page is asked for, whatever comes with it. */
  FORM_PAGE(
      1, Key.NONE, Speech.PAGE, "GET", "application/x-www-form-urlencoded", "/f/{form}?lang=cy") {
    @Override
    String right(Random random, Lane lane) {
      return "rating=1";
    }
  },
  DEVICES(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "GET",
      "application/json",
      "/v1/devices?limit=2&cursor=00000000-0000-0000-0000-000000000000") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  WARDS(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "GET",
      "application/json",
      "/v1/directory/wards?limit=2&cursor=W01") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  ROTATION(
      1, Key.ADMIN, Speech.PROBLEM, "POST", "application/json", "/v1/devices/{device}/rotate") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.key();
    }
  },
  PAIRING_CODE(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "POST",
      "application/json",
      "/v1/devices/{device}/pairing-code") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }

    @Override
    void taken(Request request, KeepAlive.Answer answer, Kept kept) {
      kept.code(request.lane());
    }
  },
  PUT_ASIDE(
      1, Key.ADMIN, Speech.PROBLEM, "GET", "application/json", "/v1/devices/{device}/quarantine") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  /** Of a device that has put nothing aside. */
  RELEASE(
      1,
      Key.ADMIN,
      Speech.PROBLEM,
      "POST",
      "application/json",
      "/v1/devices/{device}/quarantine/release") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  },
  FORM_CODE(
      1, Key.ADMIN, Speech.PROBLEM, "POST", "application/json", "/v1/wards/ASKED{lane}/form-code") {
    @Override
    String right(Random random, Lane lane) {
      return "{}";
    }
  };

  /** Who knocks. */
  enum Key {
    NONE(""),
    KIOSK(Key.BEARER),
    REVOKED(Key.BEARER),
    IMPORTER(Key.BEARER),
    ADMIN(Key.BEARER),
    HANDLER(Key.BEARER),
    GOVERNANCE(Key.BEARER),

    /** Whose token comes along. */
    GATEWAY_FOR_LEADER(Key.BEARER),
    GATEWAY_FOR_ANALYST(Key.BEARER),
    DESK("Cookie: heard-desk=");

    private static final String BEARER = "Authorization: Bearer ";
    private final String header;

    Key(String header) {
      this.header = header;
    }

    /** The header with which it is shown, up to the key itself. */
    String header() {
      return header;
    }
  }

  private static final String IMPORT =
      "/v1/feedback/batch?name=junk{lane}&map=id%3Dref&map=text%3Dcomment&map=rating%3Dscore&map=ward%3Dward";

  private static final Set<Door> GUESSED = EnumSet.of(PAIRING, DESK);

  /** Those to which something must have been sent before; each lane has sent it. */
  private static final Set<Door> ABOUT_A_SUBMISSION =
      EnumSet.of(
          RECEIPT,
          RECEIPT_ERASURE,
          ERASURE,
          HOLD,
          LIFTED_HOLD,
          WITHDRAWAL,
          WITHDRAWAL_PAGE,
          RAW_ACCESS,
          RAW_ACCESSES,
          NAME_READINGS,
          RAW_ACCESS_SEEN,
          STAFF_NAMES);

  private final int share;
  private final Key key;
  private final Speech speech;
  private final String method;
  private final String type;
  private final String target;

  /**
   * @param share of all inputs, in percent
   */
  Door(int share, Key key, Speech speech, String method, String type, String target) {
    this.share = share;
    this.key = key;
    this.speech = speech;
    this.method = method;
    this.type = type;
    this.target = target;
  }

  /** A body that is taken. */
  abstract String right(Random random, Lane lane);

  /** Notes what an answer 2xx says has been kept; nothing unless told otherwise. */
  void taken(Request request, KeepAlive.Answer answer, Kept kept) {}

  /** What those are answered that are taken. */
  List<Integer> success() {
    return List.of(200, 201);
  }

  /** Whether anything that is sent here can be taken: codes are only guessed. */
  boolean takes() {
    return !GUESSED.contains(this);
  }

  /** Whether there must be a submission that it is about. */
  boolean isAboutASubmission() {
    return ABOUT_A_SUBMISSION.contains(this);
  }

  int share() {
    return share;
  }

  Key key() {
    return key;
  }

  Speech speech() {
    return speech;
  }

  String method() {
    return method;
  }

  /** Where it is, without what is asked; some parts in braces. */
  String path() {
    return target.split("\\?", 2)[0];
  }

  /** Whether its bodies are documents with fields. */
  boolean hasFields() {
    return type.contains("json");
  }

  Request request(Lane lane, byte[] body) {
    String accept = speech == Speech.PAGE ? "text/html" : "*/*";
    return new Request(this, lane, lane.fill(target), type, accept, lane.key(key), body, null);
  }

  private static String receipt(Lane lane) {
    return "{\"receiptCode\": \"%s\"}".formatted(lane.receipt());
  }

  private static void page(KeepAlive.Answer answer, Kept kept) {
    assertThat(answer.body()).contains(Speech.RECEIPT);
    kept.submissions(answer.status() == 201 ? 1 : 0);
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
    {"question": "improve", "text": "Another blanket."}]}\
    """
        .formatted(
            new UUID(random.nextLong(), random.nextLong()),
            1 + random.nextInt(6),
            channel,
            random.nextInt(1000));
  }
}
