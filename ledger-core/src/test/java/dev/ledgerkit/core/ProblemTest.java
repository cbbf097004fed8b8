package dev.ledgerkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void message_ofARefusal_namesEachFieldOnce() {
    ValidationException refused =
        new ValidationException(
            "POST /invoices",
            422,
            List.of(
                new Problem("items.price", "", "items.price is not a number"),
                new Problem("date", "RecordInvalid", "dates need a year"),
                new Problem("", "", "Access denied")),
            "");

    assertThat(refused)
        .hasMessage(
            "POST /invoices was answered 422: items.price is not a number; date: dates need a year [RecordInvalid]; Access denied");
  }
}
