package dev.ledgerkit.connector;

import java.awt.AWTError;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/**
 * The browser of the person in front of this machine. Has no state, so it is safe for use by many
 * threads.
 *
 * <p>Note: it needs the platform's module {@code java.desktop}, which Ledger does not ask for. On
 * the class path it is there; on the module path add {@code --add-modules java.desktop}.
 *
 * @since 0.1
 */
public final class SystemBrowser {
  private SystemBrowser() {}

  /** Opens a page; false where there is no browser or no desktop. */
  public static boolean open(URI page) {
    try {
      if (GraphicsEnvironment.isHeadless()
          || !Desktop.isDesktopSupported()
          || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        return false;
      }
      Desktop.getDesktop().browse(page);
      return true;
    } catch (IOException | RuntimeException | AWTError | LinkageError e) {
      // A runtime without its desktop libraries fails in many ways, and all mean the same here.
      return false;
    }
  }
}
