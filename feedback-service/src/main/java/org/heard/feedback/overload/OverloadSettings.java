package org.heard.feedback.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;

/** How much one replica takes on at a time; what is more is told to come again later. */
@ConfigMapping(prefix = "heard.overload")
public interface OverloadSettings {
  /** The server itself reads no longer ones, and ends the connection. */
  int MAX_HEAD = 65_536;

  /** Seconds; after 60 of silence the server itself ends the connection, without a document. */
  int MAX_SILENCE = 50;

  /** Longest path and query of a request, in characters. */
  @WithDefault("8192")
  @Min(1024)
  @Max(MAX_HEAD)
  int maxAddress();

  /** All headers of a request, names and values, in characters. */
  @WithDefault("16384")
  @Min(1024)
  @Max(MAX_HEAD)
  int maxHeaders();

  /**
   * Requests that are not answered yet, those that wait for a thread included and those whose
   * document is still to come not.
   */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int maxRequests();

  /** Of these, such as stream their body to a thread; fewer than there are threads. */
  @WithDefault("16")
  @Min(1)
  @Max(48)
  int maxStreams();

  /** Of these, such as one key may stream, so that nobody keeps the others out. */
  @WithDefault("8")
  @Min(1)
  @Max(48)
  int maxStreamsPerKey();

  /** Bytes of documents held for all requests together. */
  @WithDefault("67108864")
  @Min(900_000)
  long maxHeldBytes();

  /** Of these, such as are held for one device or person, so that nobody keeps the others out. */
  @WithDefault("8388608")
  @Min(300_000)
  long maxHeldBytesPerKey();

  /** Of these, such as are held for senders without good credentials. */
  @WithDefault("16777216")
  @Min(300_000)
  long maxAnonymousBytes();

  /**
   * Bytes of a document that are read, far more than are kept, so that whoever sends too many of
   * them sees the answer; then the connection ends.
   */
  @WithDefault("8388608")
  @Min(300_000)
  long maxReadBytes();

  /** How long a document may take to come. */
  @WithDefault("30s")
  @DurationMax(seconds = MAX_SILENCE)
  Duration bodyTimeout();

  /**
   * How long may be waited for the bytes of a streamed body: for the next of them, and in all
   * before its pace is judged.
   */
  @WithDefault("30s")
  @DurationMax(seconds = MAX_SILENCE)
  Duration streamPatience();

  /** Bytes of a streamed body for each second that was waited for them; fewer end it. */
  @WithDefault("1000")
  @Min(0)
  int streamMinPace();

  /** How long a streamed body may take to come and to be worked on. */
  @WithDefault("30m")
  Duration streamTimeout();
}
