package org.heard.suite.load;

import java.util.function.Function;

/**
 * What opens each door.
 *
 * @param kiosks the key of a kiosk for a ward; for a ward that has none, an importer's
 * @param importer an importer's key
 * @param desk another importer's, for the browser in which cards are keyed
 * @param formCodes the code of a ward's form
 */
public record Keys(
    Function<String, String> kiosks,
    String importer,
    String desk,
    Function<String, String> formCodes) {}
