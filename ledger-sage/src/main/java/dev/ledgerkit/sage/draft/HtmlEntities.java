package dev.ledgerkit.sage.draft;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns HTML entities into the characters they stand for; Sage refuses them in line descriptions.
 */
final class HtmlEntities {
  /** Shop systems escape twice and sometimes thrice; more is a text about HTML. */
  private static final int MAX_ROUNDS = 4;

  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,7});");

  /** The entities of U+00A0 to U+00FF, in that order (HTML 4.01, section 24.2). */
  private static final List<String> LATIN_1 =
      List.of(
          ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
                  + " plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12"
                  + " frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute"
                  + " Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml"
                  + " times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc"
                  + " atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                  + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc"
                  + " uuml yacute thorn yuml")
              .split(" "));

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("euro", "\u20ac"),
          Map.entry("trade", "\u2122"),
          Map.entry("hellip", "\u2026"),
          Map.entry("bull", "\u2022"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"));

  private HtmlEntities() {}

  static @Nullable String decoded(@Nullable String text) {
    String now = text;
    for (int round = 0; now != null && round < MAX_ROUNDS && now.indexOf('&') >= 0; round++) {
      String next = ENTITY.matcher(now).replaceAll(HtmlEntities::replacement);
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  private static String replacement(MatchResult entity) {
    String character = character(entity.group(1));
    return Matcher.quoteReplacement(character == null ? entity.group() : character);
  }

  private static @Nullable String character(String name) {
    if (name.charAt(0) == '#') {
      boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
      int code =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      boolean printable = Character.isValidCodePoint(code) && !Character.isISOControl(code);
      return printable ? Character.toString(code) : null;
    }
    int index = LATIN_1.indexOf(name);
    return index >= 0 ? Character.toString(0xA0 + index) : OTHERS.get(name);
  }
}
