package org.heard.feedback.records;

import com.code_intelligence.jazzer.junit.FuzzTest;

class CsvRecordsFuzz {
  @FuzzTest(maxDuration = "30s")
  void areReadOrRefused(byte[] file) {
    ReadOrRefused.require(SourceRecords::csv, file);
  }
}
