package dev.ledgerkit.testkit.sage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a write against its {@link ResourceSpec} and reports everything at once. */
final class Validation {
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);");

  private final ResourceSpec spec;
  private final Book book;
  private final List<Problem> problems = new ArrayList<>();

  Validation(ResourceSpec spec, Book book) {
    this.spec = spec;
    this.book = book;
  }

  void check(Body body, boolean creating) {
    if (creating) {
      for (String field : spec.required()) {
        if (!body.has(field)) {
          problems.add(Problem.missing(field, source(field)));
        }
      }
    }
    for (Map.Entry<String, Integer> limit : spec.lengths().entrySet()) {
      if (body.text(limit.getKey()).length() > limit.getValue()) {
        problems.add(
            Problem.invalid(
                limit.getKey() + ": is too long (maximum is " + limit.getValue() + " characters)",
                limit.getKey()));
      }
    }
    references(body, "");
    if (!spec.lines().isEmpty()) {
      for (Body line : body.lines(spec.lines(), lineName())) {
        line(line);
      }
    }
    if (!problems.isEmpty()) {
      throw Refused.because(problems);
    }
  }

  private void line(Body line) {
    for (String field : spec.lineRequired()) {
      if (!line.has(field)) {
        problems.add(umbrella(line.where() + field));
      }
    }
    if (ENTITY.matcher(line.text("description")).find()) {
      problems.add(
          Problem.invalid(
              "line_items.description: contains invalid characters", "line_items.description"));
    }
    references(line, line.where());
  }

  /**
   * The provider names the description whatever is wrong with a line; only the source tells the
   * truth.
   */
  private Problem umbrella(String source) {
    return source.startsWith("line_items.")
        ? Problem.missing("line_items.description", source)
        : Problem.missing(source, source);
  }

  private void references(Body body, String where) {
    spec.references()
        .forEach(
            (field, path) -> {
              if (body.has(field) && book.find(path, body.text(field)).isEmpty()) {
                String source = where + field;
                problems.add(
                    source.startsWith("line_items.")
                        ? umbrella(source)
                        : Problem.invalid(field + ": does not exist", source));
              }
            });
  }

  private String lineName() {
    return spec.lines().equals("invoice_lines") ? "line_items" : spec.lines();
  }

  /** Array fields are reported in brackets, the others by name: both forms are met in the field. */
  private String source(String field) {
    return field.endsWith("_ids") ? spec.envelope() + "[" + field + "]" : field;
  }
}
