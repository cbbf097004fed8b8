package dev.ledgerkit.testkit.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source made of one method, whose connections are set up as a test wants them. */
final class ConnectionPerCall implements DataSource {
  private final Opener opener;
  private boolean touched = true;
  private boolean autoCommit = true;
  private int isolation = -1;

  ConnectionPerCall(Opener opener) {
    this.opener = opener;
  }

  ConnectionPerCall autoCommit(boolean handedOut) {
    autoCommit = handedOut;
    return this;
  }

  ConnectionPerCall isolation(int handedOut) {
    isolation = handedOut;
    return this;
  }

  /** Hands them out as they are. */
  ConnectionPerCall untouched() {
    touched = false;
    return this;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = opener.open();
    if (!touched) {
      return connection;
    }
    if (isolation >= 0) {
      connection.setTransactionIsolation(isolation);
    }
    connection.setAutoCommit(autoCommit);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Nothing to unwrap.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  /** Opens a connection. */
  interface Opener {
    Connection open() throws SQLException;
  }
}
