package org.heard.feedback.page;

import java.util.List;
import org.heard.feedback.directory.WardPlace;

/**
 * Where staff key cards, one after the other.
 *
 * @param form the card
 * @param wards to choose from; empty for a desk that has a ward of its own
 * @param day on the card, ISO 8601
 * @param mode how the card came
 * @param keyed cards that were keyed before on this page
 * @param last what became of the one before, null for the first
 */
public record PaperPage(
    FormPage form, List<WardPlace> wards, String day, String mode, int keyed, ReceiptPage last) {

  /** The ward's name. */
  public String ward() {
    return form.ward();
  }

  /** The wards that this desk may choose from. */
  public List<Choice> wardChoices() {
    return wards.stream()
        .map(
            place ->
                new Choice(
                    place.ward().id(),
                    place.name() + ", " + place.site(),
                    place.ward().id().equals(form.place().ward().id())))
        .toList();
  }

  /** How a card may have come. */
  public List<Choice> modes() {
    return Choice.paperModes(mode);
  }

  /** What is wrong with the day, or null. */
  public String dayError() {
    return form.error("day");
  }

  /** What is wrong with how the card came, or null. */
  public String modeError() {
    return form.error("mode");
  }
}
