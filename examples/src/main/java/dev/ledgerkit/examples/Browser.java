package dev.ledgerkit.examples;

import java.awt.AWTError;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
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
    if (opened(url)) {
      say.accept("    The consent page is open in your browser.");
    } else {
      say.accept("    No browser could be started here; open this page yourself:");
      say.accept("    " + url);
    }
  }

  private static boolean opened(URI url) {
    try {
      if (GraphicsEnvironment.isHeadless()
          || !Desktop.isDesktopSupported()
          || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        return false;
      }
      Desktop.getDesktop().browse(url);
      return true;
    } catch (IOException | RuntimeException | AWTError | LinkageError e) {
      // A runtime without its desktop libraries fails in many ways, and all mean the same here.
      return false;
    }
  }
}
