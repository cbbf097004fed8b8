package dev.ledgerkit.testkit.replication;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The JDBC sink on H2. */
class H2SinkTest extends JdbcSinkContract {
  private final JdbcDataSource dataSource = new JdbcDataSource();

  H2SinkTest() {
    dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  @Override
  DataSource dataSource() {
    return dataSource;
  }
}
