package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.connector.Connection;
import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.core.LedgerClock;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A process of {@link ConnectorProcessTest}: reads its connection string and then what to do, and
 * says on its standard output what happens.
 */
final class ConnectorChild {
  private ConnectorChild() {}

  public static void main(String[] args) throws Exception {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    ConnectionProperties properties = ConnectionProperties.parse(orders.readLine());
    System.out.println("ready");
    orders.readLine();
    try (Connection connection =
        Desk.builder(LedgerClock.system())
            .browser(url -> System.out.println("consent " + url))
            .build()
            .open(properties)) {
      System.out.println("read " + ConnectorTest.count(connection));
      orders.readLine();
      System.out.println("read " + ConnectorTest.count(connection));
    }
  }
}
