package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.heard.feedback.event.DirectoryChanged.WardChanged;
import org.junit.jupiter.api.Test;

class UnitTest {
  @Test
  void aWardIsPublishedWithItsFormCode() {
    Unit ward = new Unit();
    ward.key = UnitKey.of(UnitKind.WARD, "W01");
    ward.name = "Ash Ward";
    ward.names = DatedName.with(ward.names, ward.name, null, "2026-10-05");
    ward.formCode = "7QK2M0";
    assertThat(((WardChanged) ward.fact()).formCode()).isEqualTo("7QK2M0");
  }
}
