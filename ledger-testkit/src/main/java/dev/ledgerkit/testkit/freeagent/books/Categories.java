package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Categories: listed in four groups without pages, and known by their nominal codes. */
final class Categories implements Rules {
  static final Spec SPEC =
      Spec.of(
          "categories",
          "category",
          2,
          "LCGUD",
          """
          description!         text
          nominal_code!        text
          category_group       one:income|cost_of_sales|admin_expenses|current_assets|liabilities|equities|general
          tax_reporting_name   text
          allowable_for_tax    flag
          auto_sales_tax_rate  one:Outside of the scope of VAT|Zero rate|Reduced rate|Standard rate|Exempt
          """);

  private static final List<String> GROUPS =
      List.of(
          "admin_expenses_categories",
          "cost_of_sales_categories",
          "income_categories",
          "general_categories");

  /** Where codes of a company's own may lie, by group. */
  private static final Map<String, int[]> RANGES =
      Map.of(
          "income", new int[] {1, 49},
          "cost_of_sales", new int[] {96, 199},
          "admin_expenses", new int[] {200, 399},
          "current_assets", new int[] {671, 720},
          "liabilities", new int[] {731, 780},
          "equities", new int[] {921, 960});

  private final Book book;

  Categories(Book book) {
    this.book = book;
  }

  static String group(String code) {
    int number = Integer.parseInt(code.substring(0, 3));
    if (number < 50) {
      return "income_categories";
    }
    return number >= 96 && number < 200
        ? "cost_of_sales_categories"
        : number >= 200 && number < 400 ? "admin_expenses_categories" : "general_categories";
  }

  @Override
  public void create(Row row, Body body, Call call) {
    String group = row.text("category_group");
    if (group.isEmpty()) {
      throw Refused.because("category_group can't be blank");
    }
    String code = row.text("nominal_code");
    int[] range = RANGES.getOrDefault(group, new int[] {0, 999});
    boolean inside =
        code.matches("\\d{3}")
            && Integer.parseInt(code) >= range[0]
            && Integer.parseInt(code) <= range[1];
    if (!inside) {
      throw Refused.because("nominal_code is not in the range of its group");
    }
    if (book.category(code).isPresent()) {
      throw Refused.because("nominal_code has already been taken");
    }
    row.edit().remove("category_group");
  }

  @Override
  public void update(Row row, Body body, Call call) {
    unused(row);
  }

  @Override
  public void delete(Row row) {
    unused(row);
  }

  private void unused(Row row) {
    if (new Postings(book).of(row.text("nominal_code")).findAny().isPresent()) {
      throw Refused.because("Only a category without transactions can be changed");
    }
  }

  /** The key is a nominal code, never the number of a row. */
  @Override
  public Optional<Row> named(String key, Call call) {
    return Optional.of(book.category(key).orElseThrow(() -> Refused.with(404)));
  }

  @Override
  public String root(Row row, String usual, Call call) {
    return group(row.text("nominal_code"));
  }

  @Override
  public Optional<WireReply> list(Call call) {
    ObjectNode answer = Json.object();
    groups(call).forEach(answer::set);
    return Optional.of(WireReply.json(200, Json.write(answer)));
  }

  /** Group by group, each with its group behind its fields. */
  void forEach(Call call, BiConsumer<String, String> each) {
    groups(call)
        .forEach(
            (group, categories) -> {
              for (JsonNode category : categories) {
                String json = Json.write(((ObjectNode) category).put("branch", group));
                each.accept(Json.text(category, "url"), json);
              }
            });
  }

  private Map<String, ArrayNode> groups(Call call) {
    Map<String, ArrayNode> groups = new LinkedHashMap<>();
    GROUPS.forEach(group -> groups.put(group, Json.array()));
    for (Row row : book.table(SPEC.path()).stream().toList()) {
      ArrayNode group = groups.get(group(row.text("nominal_code")));
      if (group != null) {
        group.add(book.resource(SPEC.path()).shown(row, call, false));
        if (call.asks("sub_accounts")) {
          subAccounts(row).forEach(group::add);
        }
      }
    }
    return groups;
  }

  /** One for each bank account, or each user. */
  private List<ObjectNode> subAccounts(Row row) {
    String code = row.text("nominal_code");
    String path = code.equals("750") ? "bank_accounts" : "users";
    if (!List.of("750", "902", "905", "907", "908").contains(code)) {
      return List.of();
    }
    List<Row> owners = book.table(path).stream().toList();
    return owners.stream()
        .map(
            owner ->
                Json.object()
                    .put("url", book.categoryUrl(code + "-" + (owners.indexOf(owner) + 1)))
                    .put("description", row.text("description"))
                    .put("nominal_code", code + "-" + (owners.indexOf(owner) + 1))
                    .put(path.equals("users") ? "user" : "bank_account", book.url(owner)))
        .toList();
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    json.remove(List.of("created_at", "updated_at"));
  }
}
