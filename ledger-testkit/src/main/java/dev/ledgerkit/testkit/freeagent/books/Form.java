package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Checks what was sent against a table of fields, and copies it as the provider shows it. */
final class Form {
  private final List<Field> fields;
  private final Book book;

  Form(List<Field> fields, Book book) {
    this.fields = fields;
    this.book = book;
  }

  /** Everything that is wrong, at once; blank {@code where} for the record itself. */
  List<String> problems(Body body, boolean creating, String where) {
    List<String> problems = new ArrayList<>();
    for (Field field : fields) {
      String name = where + field.name();
      if (!body.has(field.name())) {
        if (field.required() && (creating || body.mentions(field.name()))) {
          problems.add(name + " can't be blank");
        }
        continue;
      }
      try {
        read(field, body);
      } catch (Refused wrong) {
        problems.add(name + " " + complaint(field));
      }
    }
    return problems;
  }

  private static String complaint(Field field) {
    return switch (field.kind()) {
      case DECIMAL, NUMBER, INTEGER -> "is not a number";
      case DATE -> "is not a valid date";
      case ONE_OF -> "is not included in the list";
      default -> "is invalid";
    };
  }

  /** Copies every field that was sent; null and blank take a value away. */
  void fill(ObjectNode target, Body body) {
    for (Field field : fields) {
      String name = field.name();
      if (body.has(name)) {
        write(target, field, body);
      } else if (body.mentions(name)) {
        target.remove(name);
      }
    }
  }

  private void write(ObjectNode target, Field field, Body body) {
    Object value = read(field, body);
    if (value instanceof BigDecimal number && field.kind() == Field.Kind.NUMBER) {
      target.put(field.name(), number);
    } else if (value instanceof BigDecimal number) {
      target.put(field.name(), Amounts.text(number));
    } else if (value instanceof Integer number) {
      target.put(field.name(), number);
    } else if (value instanceof Boolean flag) {
      target.put(field.name(), flag);
    } else {
      target.put(field.name(), value.toString());
    }
  }

  private Object read(Field field, Body body) {
    String name = field.name();
    return switch (field.kind()) {
      case TEXT -> body.text(name);
      case DECIMAL, NUMBER -> body.decimal(name).orElseThrow();
      case INTEGER -> whole(body.decimal(name).orElseThrow());
      case FLAG -> body.flag(name);
      case DATE -> body.date(name).orElseThrow();
      case ONE_OF ->
          Optional.of(body.text(name))
              .filter(field.values()::contains)
              .orElseThrow(() -> Refused.because(name));
      case LINK -> link(field.of(), body.text(name));
      case LOOSE_LINK -> {
        String text = body.text(name);
        boolean bare = !text.isEmpty() && text.indexOf('/') < 0;
        yield link(field.of(), bare ? book.links.url(field.of(), text) : text);
      }
    };
  }

  private static Integer whole(BigDecimal number) {
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw Refused.because("not whole");
    }
  }

  private String link(String path, String url) {
    if (!book.exists(path, url)) {
      throw Refused.because("link");
    }
    return url;
  }
}
