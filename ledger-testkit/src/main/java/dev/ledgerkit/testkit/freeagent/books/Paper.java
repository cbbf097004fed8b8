package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A document as PDF, in base64 with line feeds as RFC 2045 has it. */
final class Paper {
  private Paper() {}

  static WireReply reply(String kind, String reference) {
    String content = Base64.getMimeEncoder().encodeToString(pdf(kind + " " + reference));
    return WireReply.json(
        200, Json.write(Json.object().set("pdf", Json.object().put("content", content))));
  }

  /** One page with one line of text; readers mend the missing table of offsets. */
  private static byte[] pdf(String text) {
    String line = "BT /F1 18 Tf 72 720 Td (" + text.replaceAll("[()\\\\]", " ") + ") Tj ET";
    return """
        %%PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
        /Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj
        4 0 obj <</Length %d>> stream
        %s
        endstream endobj
        trailer <</Root 1 0 R>>
        %%%%EOF
        """
        .formatted(line.length(), line)
        .getBytes(StandardCharsets.UTF_8);
  }
}
