package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;

/**
 * What the user sees. Works in a browser; the simulator's own {@code approve} fills in the same
 * form.
 */
final class ApprovalPage {
  private ApprovalPage() {}

  static WireReply ask(String consent, List<String> choices) {
    StringBuilder options = new StringBuilder();
    for (String choice : choices) {
      options
          .append("<option value=\"" + escape(choice) + "\">")
          .append(escape(choice) + "</option>");
    }
    return WireReply.html(
        200,
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>FreeAgent simulator</title></head>
        <body><h1>Approve this application?</h1>
        <form method="post" action="%s">
        <input type="hidden" name="consent" value="%s">
        <p><label>Log in as <select name="choice">%s</select></label></p>
        <button name="decision" value="allow">Approve</button>
        <button name="decision" value="deny">Deny</button>
        </form></body></html>
        """
            .formatted(ApprovalEndpoint.DECISION, escape(consent), options));
  }

  static WireReply refusal(String why) {
    return WireReply.html(
        400,
        "<!doctype html><html lang=\"en\"><head><title>FreeAgent simulator</title></head><body><p"
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
