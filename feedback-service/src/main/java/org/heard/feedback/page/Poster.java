package org.heard.feedback.page;

import java.util.ArrayList;
import java.util.List;
import org.heard.feedback.device.QrCode;
import org.heard.feedback.directory.WardPlace;

/**
 * A ward's poster, an A4 page: where everything stands, in millimetres from the upper left corner,
 * so that the picture and the file to print are alike.
 *
 * @param title in short, what it is
 * @param address what the QR code says
 * @param lines centred texts from top to bottom
 */
public record Poster(String title, String address, List<Line> lines) {
  static final double WIDTH = 210;
  static final double HEIGHT = 297;
  static final double CODE_SIDE = 105;
  static final double CODE_TOP = 92;
  private static final double TEXT_WIDTH = 180;

  /** Wider than the average of letters, so that a line of many capitals fits, too. */
  private static final double LETTER_WIDTH = 0.62;

  private static final int LONG_NAME = 40;
  private static final int VERY_LONG_NAME = 90;

  /**
   * One line of text.
   *
   * @param baseline its distance from the top
   * @param size of its letters
   */
  public record Line(String text, double baseline, double size, boolean bold) {}

  /**
   * The poster of a ward.
   *
   * @param address of its form
   */
  static Poster of(WardPlace place, String address) {
    List<Line> lines = new ArrayList<>();
    String name = plain(place.name());
    lines.add(fitted(plain(place.site()), 18, 7));
    double size = name.length() > VERY_LONG_NAME ? 5.5 : name.length() > LONG_NAME ? 9 : 14;
    double baseline = 38;
    for (String part : wrapped("How was it on " + name + "?", size)) {
      lines.add(new Line(part, baseline, size, true));
      baseline += size * 1.2;
    }
    lines.add(new Line("Please tell us: patients, relatives and carers.", 80, 6.5, false));
    lines.add(new Line("Point your phone's camera at this picture.", 88, 6.5, false));
    double below = CODE_TOP + CODE_SIDE;
    lines.add(new Line("Or type this address into your phone's browser:", below + 12, 6.5, false));
    lines.add(fitted(address.replaceFirst("^https?://", ""), below + 24, 9));
    lines.add(new Line("The code of this ward is " + place.formCode(), below + 35, 6.5, false));
    baseline = below + 48;
    for (String text :
        List.of(
            "You need not say who you are. No app, no sign-up.",
            "Rather on paper? Ask any member of staff for a card.",
            "Nobody watches the answers for urgent help:",
            "if you need someone now, use your call bell.")) {
      lines.add(new Line(text, baseline, 5.5, false));
      baseline += 9;
    }
    return new Poster("Poster of " + name, address, List.copyOf(lines));
  }

  /** The page's width. */
  public double width() {
    return WIDTH;
  }

  /** The page's height. */
  public double height() {
    return HEIGHT;
  }

  /** The side of the QR code with its quiet zone. */
  public double codeSide() {
    return CODE_SIDE;
  }

  /** Where the QR code begins. */
  public double codeTop() {
    return CODE_TOP;
  }

  /** Where the QR code begins. */
  public double codeLeft() {
    return (WIDTH - CODE_SIDE) / 2;
  }

  /** The middle of every line. */
  public double middle() {
    return WIDTH / 2;
  }

  /** The QR code as an SVG image. */
  public String qr() {
    return QrCode.svg(address);
  }

  /** As large as it may be on one line. */
  private static Line fitted(String text, double baseline, double size) {
    double fits = TEXT_WIDTH / (LETTER_WIDTH * Math.max(1, text.length()));
    return new Line(text, baseline, Math.min(size, fits), true);
  }

  private static List<String> wrapped(String text, double size) {
    int letters = (int) (TEXT_WIDTH / (LETTER_WIDTH * size));
    List<String> lines = new ArrayList<>(List.of(""));
    for (String word : text.split(" ", -1)) {
      String rest = word;
      String last = lines.get(lines.size() - 1);
      if (!last.isEmpty() && last.length() + 1 + rest.length() <= letters) {
        lines.set(lines.size() - 1, last + " " + rest);
        continue;
      }
      if (!last.isEmpty()) {
        lines.add("");
      }
      while (rest.length() > letters) {
        lines.set(lines.size() - 1, rest.substring(0, letters));
        rest = rest.substring(letters);
        lines.add("");
      }
      lines.set(lines.size() - 1, rest);
    }
    return lines;
  }

  /** Without controls, which no picture can hold. */
  private static String plain(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Cs}\\s]+", " ").strip();
  }
}
