package dev.ledgerkit.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks for what a token in clear would look like: a field name of a token reply, or a run of
 * characters that tokens are made of (RFC 6750, section 2.1). Sealed bytes are random; the run is
 * so long that one is met by chance about once in a hundred million records.
 */
final class PlaintextScan {
  private static final int RUN = 20;
  private static final String OTHER_TOKEN_CHARACTERS = "-._~+/=";
  private static final List<String> FIELD_NAMES =
      List.of("access_token", "refresh_token", "accessToken", "refreshToken");

  private PlaintextScan() {}

  static boolean showsToken(byte[] record) {
    int run = 0;
    for (byte each : record) {
      run = tokenCharacter(each) ? run + 1 : 0;
      if (run == RUN) {
        return true;
      }
    }
    String text = new String(record, StandardCharsets.ISO_8859_1);
    return FIELD_NAMES.stream().anyMatch(text::contains);
  }

  private static boolean tokenCharacter(byte each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || OTHER_TOKEN_CHARACTERS.indexOf(each) >= 0;
  }
}
