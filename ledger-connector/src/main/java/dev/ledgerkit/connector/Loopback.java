package dev.ledgerkit.connector;

import java.net.URI;

/** Whether an address is this machine itself. */
final class Loopback {
  private Loopback() {}

  static boolean isHost(URI url) {
    String host = String.valueOf(url.getHost());
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
