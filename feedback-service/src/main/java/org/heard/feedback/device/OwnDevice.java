package org.heard.feedback.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.WardQuestion;
import org.heard.feedback.directory.WardQuestions;
import org.heard.feedback.notice.Notices;

/** What a device is told about itself, and what it tells. */
@ApplicationScoped
class OwnDevice {
  private final DeviceRepository devices;
  private final Directory directory;
  private final Notices notices;
  private final DeviceSettings settings;
  private final Clock clock;

  OwnDevice(
      DeviceRepository devices,
      Directory directory,
      Notices notices,
      DeviceSettings settings,
      Clock clock) {
    this.devices = devices;
    this.directory = directory;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  OwnDeviceView describe(Sender sender) {
    Instant now = now();
    Device device = devices.findById(sender.deviceId());
    String ward = device.sender(null).wardAt(now);
    WardQuestions asked = ward == null ? WardQuestions.usual() : directory.questions(ward);
    return new OwnDeviceView(
        device.id,
        device.name,
        device.kind,
        device.organisationId,
        ward == null
            ? null
            : new OwnDeviceView.WardView(ward, directory.wardName(ward).orElse(ward)),
        asked.overall(),
        asked.questions().stream().map(this::offered).toList(),
        settings.languages(),
        notices.of(device.organisationId, settings.languages()),
        now);
  }

  /** In the languages on offer here; in all it has where it has none of these. */
  private WardQuestion offered(WardQuestion question) {
    Map<String, String> texts = new TreeMap<>(question.texts());
    texts.keySet().retainAll(settings.languages());
    return texts.isEmpty() ? question : new WardQuestion(question.question(), texts);
  }

  @Transactional
  void report(Sender sender, HealthRequest said) {
    Instant now = now();
    long skew = Duration.between(now, said.clock()).toMillis();
    devices.reported(sender.deviceId(), new DeviceHealth(now, now, skew, said.queueLength()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
