package org.heard.suite.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Ledger;
import org.heard.suite.ledger.Sent;

/**
 * Kiosks, importers, phones, staff with paper cards and a hospital's own system at a steady rate,
 * through every door. What has no answer is sent again under the same id, or as the same file,
 * until it has one, but for a few whose sender gives up; some are sent once more although they were
 * answered, and some are wrong on purpose.
 */
public final class LoadClient implements AutoCloseable {
  private static final int KIOSKS = 5;
  private static final int IMPORTERS = 2;
  private static final int PHONES = 5;
  private static final int CLERKS = 2;
  private static final int LINES = 25;

  /** More than one transaction takes, so that a file can break off in the middle. */
  private static final int RECORDS = 120;

  private static final Duration KIOSK_PERIOD = Duration.ofMillis(80);
  private static final Duration IMPORTER_PERIOD = Duration.ofSeconds(1);
  private static final Duration FILE_PERIOD = Duration.ofSeconds(4);
  private static final Duration RESOURCE_PERIOD = Duration.ofMillis(250);

  /** Five phones together stay below what one ward's form takes. */
  private static final Duration PHONE_PERIOD = Duration.ofSeconds(2);

  private static final Duration CLERK_PERIOD = Duration.ofSeconds(2);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
  private static final int ONE_GIVES_UP_IN = 20;
  private static final int ONE_REPEATS_IN = 20;
  private static final int ONE_IS_WRONG_IN = 60;
  private static final String NO_SUCH_WARD = "W99";

  private final Patients patients;
  private final Ledger ledger;
  private final Door single;
  private final Door batch;
  private final Door files;
  private final Door resources;
  private final PageDoor forms;
  private final PageDoor cards;
  private final ScheduledExecutorService pace =
      Executors.newScheduledThreadPool(KIOSKS + IMPORTERS + PHONES + CLERKS + 2);
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Sent> answered = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> turns = new ArrayList<>();
  private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();

  /**
   * @param port of feedback-service, or of what stands before it
   */
  public LoadClient(int port, Keys keys, Patients patients, Ledger ledger) {
    this.patients = patients;
    this.ledger = ledger;
    this.single = new SingleDoor(port, keys.kiosks());
    this.batch = new BatchDoor(port, keys.importer());
    this.files = new FileDoor(port, keys.importer());
    this.resources = new FhirDoor(port, keys.importer());
    this.forms = new FormDoor(port, keys.formCodes());
    this.cards = new PaperDoor(port, keys.desk());
  }

  /** Begins to send. */
  public void begin() {
    for (int i = 0; i < KIOSKS; i++) {
      every(KIOSK_PERIOD, this::kiosk);
    }
    for (int i = 0; i < IMPORTERS; i++) {
      every(IMPORTER_PERIOD, this::importer);
    }
    for (int i = 0; i < PHONES; i++) {
      every(PHONE_PERIOD, () -> fillIn(forms));
    }
    for (int i = 0; i < CLERKS; i++) {
      every(CLERK_PERIOD, () -> fillIn(cards));
    }
    every(FILE_PERIOD, this::file);
    every(RESOURCE_PERIOD, this::resource);
  }

  private void every(Duration period, Turn turn) {
    turns.add(pace.scheduleAtFixedRate(guarded(turn), 0, period.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Sends nothing new and waits until everything is answered that nobody has given up. */
  public void finish(Duration bound) throws InterruptedException {
    turns.forEach(turn -> turn.cancel(false));
    pace.shutdown();
    if (!pace.awaitTermination(bound.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still without an answer after " + bound);
    }
    if (!bugs.isEmpty()) {
      throw new AssertionError("the load client failed", bugs.peek());
    }
  }

  /** Sends these now through the single door, each until it is answered. */
  public void sendNow(List<Sent> submissions) throws InterruptedException {
    round(single, submissions, false);
  }

  /** How many submissions were acknowledged at each door. */
  public Map<String, Integer> acknowledged() {
    return new TreeMap<>(
        Map.of(
            "kiosks", single.counted(),
            "batches", batch.counted(),
            "files", files.counted(),
            "FHIR resources", resources.counted(),
            "phones", forms.counted(),
            "paper cards", cards.counted()));
  }

  @Override
  public void close() {
    givenUp.countDown();
    pace.shutdownNow();
  }

  private interface Turn {
    void run() throws InterruptedException;
  }

  private Runnable guarded(Turn turn) {
    return () -> {
      try {
        turn.run();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error bug) {
        bugs.add(bug);
        throw bug;
      }
    };
  }

  private void kiosk() throws InterruptedException {
    if (patients.oneIn(ONE_IS_WRONG_IN)) {
      wrong();
    } else {
      round(single, List.of(patients.next()), true);
    }
  }

  private void importer() throws InterruptedException {
    round(batch, Stream.generate(patients::next).limit(LINES).toList(), true);
  }

  /** Nobody gives up in the middle of a file: what is sent again is the same one. */
  private void file() throws InterruptedException {
    round(files, Stream.generate(patients::next).limit(RECORDS).toList(), false);
  }

  private void resource() throws InterruptedException {
    round(resources, List.of(patients.next()), true);
  }

  /** Most are sent too soon at first, so giving up would leave few. */
  private void fillIn(PageDoor pages) throws InterruptedException {
    Optional<Sent> filledIn = pages.open(patients.next());
    if (filledIn.isPresent()) {
      round(pages, List.of(filledIn.get()), false);
    }
  }

  private void wrong() throws InterruptedException {
    Sent said = answered.poll();
    Sent next = patients.next();
    Sent wrong =
        said != null
            ? patients.contradicting(said)
            : new Sent(next.id(), NO_SUCH_WARD, 1, next.texts(), next.authoredAt());
    ledger.write(List.of(Entry.of(Entry.Kind.WRONG_INTENT, wrong, "")));
    untilAnswered(single, List.of(wrong), false);
  }

  private void round(Door door, List<Sent> fresh, boolean mayGiveUp) throws InterruptedException {
    ledger.write(fresh.stream().map(sent -> Entry.of(Entry.Kind.INTENT, sent, "")).toList());
    List<Sent> taken = untilAnswered(door, fresh, mayGiveUp);
    door.count(taken.size());
    List<Sent> again = taken.stream().filter(sent -> patients.oneIn(ONE_REPEATS_IN)).toList();
    if (!again.isEmpty()) {
      ledger.write(door.send(again));
      answered.addAll(again);
    }
  }

  /** Returns those that were acknowledged. */
  private List<Sent> untilAnswered(Door door, List<Sent> all, boolean mayGiveUp)
      throws InterruptedException {
    List<Sent> taken = new ArrayList<>();
    List<Sent> open = all;
    while (!open.isEmpty()) {
      List<Entry> entries = door.send(open);
      ledger.write(entries);
      List<Sent> unanswered = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).acknowledges()) {
          taken.add(open.get(i));
        } else if (entries.get(i).kind() == Entry.Kind.UNKNOWN) {
          unanswered.add(open.get(i));
        }
      }
      open =
          unanswered.stream()
              .filter(sent -> !mayGiveUp || !patients.oneIn(ONE_GIVES_UP_IN))
              .toList();
      if (!open.isEmpty() && givenUp.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    return taken;
  }
}
