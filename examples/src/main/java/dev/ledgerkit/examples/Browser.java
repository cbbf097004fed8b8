package dev.ledgerkit.examples;

import dev.ledgerkit.connector.SystemBrowser;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Opens a page in the user's browser. Where there is none, the URL is printed: it is the only way
 * on, although it carries the consent's state.
 */
final class Browser implements Consumer<URI> {
  private final Consumer<String> say;

  Browser(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public void accept(URI url) {
    if (SystemBrowser.open(url)) {
      say.accept("    The consent page is open in your browser.");
    } else {
      say.accept("    No browser could be started here; open this page yourself:");
      say.accept("    " + url);
    }
  }
}
