package org.heard.feedback.records;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JsonRecordsFuzz {
  @FuzzTest(maxDuration = "30s")
  void areReadOrRefused(byte[] file) {
    ReadOrRefused.require(SourceRecords::jsonLines, file);
  }
}
