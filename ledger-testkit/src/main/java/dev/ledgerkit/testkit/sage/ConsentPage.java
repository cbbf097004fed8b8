package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.wire.WireReply;

/**
 * What the user sees. Works in a browser; the simulator's own {@code approve} fills in the same
 * form.
 */
final class ConsentPage {
  private ConsentPage() {}

  static WireReply ask(String consent, SageSettings settings, String scope) {
    StringBuilder options = new StringBuilder();
    if (!settings.pickBusinessOnConsent) {
      options.append("<option value=\"\">All businesses</option>");
    }
    for (SimBusiness business : settings.businesses) {
      options
          .append("<option value=\"" + escape(business.id()) + "\">")
          .append(escape(business.name()) + " (" + escape(business.country()) + ")</option>");
    }
    return WireReply.html(
        200,
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sage simulator</title></head>
        <body><h1>Allow access to your accounts?</h1>
        <p>An application asks for <b>%s</b>.</p>
        <form method="post" action="%s">
        <input type="hidden" name="consent" value="%s">
        <p><label>Business <select name="choice">%s</select></label></p>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
        </form></body></html>
        """
            .formatted(escape(scope), OauthPaths.DECISION, escape(consent), options));
  }

  static WireReply refusal(String why) {
    return WireReply.html(
        400,
        "<!doctype html><html lang=\"en\"><head><title>Sage simulator</title></head><body><p"
            + " class=\"why\">"
            + escape(why)
            + "</p></body></html>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
