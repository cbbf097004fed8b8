package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.WireReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One page of a list, and the headers that say where the others are. */
record Page(List<Row> rows, Call call, Links to, char quote, int number, int size, int total) {
  private static final int USUAL = 25;
  static final int MOST = 100;

  static Page of(Call call, Book book, List<Row> all) {
    Page page = of(call, book, all, all.size());
    int from = (int) Math.min(page.skipped(), all.size());
    List<Row> rows = all.subList(from, Math.min(from + page.size(), all.size()));
    return new Page(rows, call, page.to(), page.quote(), page.number(), page.size(), all.size());
  }

  /** For what is no row: the caller cuts its own list. */
  static Page of(Call call, Book book, List<Row> rows, int total) {
    return of(call, book.links, book.settings.linkQuote(), rows, total, MOST);
  }

  static Page of(Call call, Links to, char quote, List<Row> rows, int total, int most) {
    int size = Math.min(positive(call, "per_page", USUAL), most);
    return new Page(rows, call, to, quote, positive(call, "page", 1), size, total);
  }

  long skipped() {
    return (long) (number - 1) * size;
  }

  static int positive(Call call, String parameter, int otherwise) {
    return Links.number(call.query(parameter)).stream()
        .mapToInt(value -> (int) Math.min(value, Integer.MAX_VALUE))
        .filter(value -> value > 0)
        .findFirst()
        .orElse(otherwise);
  }

  /** One page alone has an empty {@code Link}, not none. */
  WireReply headers(WireReply reply) {
    int last = Math.max(1, (total + size - 1) / size);
    List<String> links = new ArrayList<>();
    if (number > 1) {
      links.add(link(Math.min(number - 1, last), "prev"));
    }
    if (number < last) {
      links.add(link(number + 1, "next"));
    }
    if (last > 1) {
      links.add(link(1, "first"));
      links.add(link(last, "last"));
    }
    return reply
        .with("Link", String.join(", ", links))
        .with("X-Total-Count", Integer.toString(total));
  }

  private String link(int page, String relation) {
    Map<String, String> query = new TreeMap<>(call.request().query());
    query.put("page", Integer.toString(page));
    StringBuilder url = new StringBuilder(to.url(call.request().path().substring(4)));
    char join = '?';
    for (Map.Entry<String, String> each : query.entrySet()) {
      url.append(join).append(each.getKey()).append('=');
      url.append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
      join = '&';
    }
    return "<" + url + ">; rel=" + quote + relation + quote;
  }
}
