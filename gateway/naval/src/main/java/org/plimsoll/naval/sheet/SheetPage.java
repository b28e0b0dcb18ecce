package org.plimsoll.naval.sheet;

import java.util.List;
import java.util.Locale;
import org.plimsoll.naval.departure.Finding;

/**
 * A sheet as one page of HTML that needs nothing else and prints on A4: black on white, figures
 * aligned, with lines for the signatures. Every text is escaped.
 *
 * @param footer what made the page, such as the version of the program
 */
public record SheetPage(String footer) {

  private static final List<String> SIGNATURES =
      List.of("surveyor", "master or chief officer", "witness");

  private static final String STYLE =
      """
      @page { size: A4; margin: 8mm 11mm }
      * { box-sizing: border-box }
      html { font: 7.2pt/1.16 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff }
      body { max-width: 188mm; margin: 0 auto }
      h1 { font-size: 14pt; margin: 0 0 1.5mm; border-bottom: 0.5mm solid #000 }
      h1 small { float: right; font-size: 9pt; font-weight: normal; padding-top: 1.4mm }
      dl { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; margin: 0 0 1.5mm }
      dl div { display: flex; gap: 2mm; border-bottom: 0.1mm dotted #888 }
      dt { color: #444 } dd { margin: 0 0 0 auto; text-align: right }
      table { width: 100%; border-collapse: collapse; margin: 0 0 1.5mm }
      th { text-align: left; font-weight: bold; padding: 0 1.2mm; border-bottom: 0.25mm solid #000 }
      tbody th { padding-top: 0.8mm; background: #eee; border: 0 }
      td { padding: 0.03mm 1.2mm; border-bottom: 0.1mm solid #ccc; vertical-align: top }
      .no { width: 7mm } .symbol { width: 11mm } .unit { width: 13mm }
      .value { width: 20mm; text-align: right; font-variant-numeric: tabular-nums }
      .formula { color: #333; width: 58mm }
      .result .formula { font-weight: normal }
      .result td { font-weight: bold }
      .verdicts td:nth-child(2) { font-weight: bold; width: 20mm }
      .verdicts td:first-child { width: 24mm }
      ul { margin: 0 0 1.5mm; padding-left: 4mm }
      .signatures { display: flex; gap: 8mm; margin-top: 10mm; break-inside: avoid }
      .signatures div { flex: 1; border-top: 0.25mm solid #000; padding-top: 0.5mm }
      footer { margin-top: 1.5mm; color: #444; font-size: 7pt }
      @media screen { body { padding: 8mm } }
      """;

  /** The whole page. */
  public String render(Sheet sheet) {
    StringBuilder page = new StringBuilder(16_384);
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escape(title(sheet)))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escape(sheet.title()))
        .append("<small>")
        .append(escape(String.join(" and ", sheet.columns())))
        .append("</small></h1>\n");
    heading(sheet, page);
    lines(sheet, page);
    verdicts(sheet.verdicts(), page);
    remarks(sheet.remarks(), page);
    page.append("<div class=\"signatures\">\n");
    for (String signature : SIGNATURES) {
      page.append("<div>").append(escape(signature)).append(", date</div>\n");
    }
    page.append("</div>\n<footer>").append(escape(footer)).append("</footer>\n</body>\n</html>\n");
    return page.toString();
  }

  private static String title(Sheet sheet) {
    return sheet.heading().isEmpty()
        ? sheet.title()
        : sheet.title() + ", " + sheet.heading().get(0).text();
  }

  private static void heading(Sheet sheet, StringBuilder page) {
    page.append("<dl>\n");
    for (Sheet.Entry entry : sheet.heading()) {
      page.append("<div><dt>")
          .append(escape(entry.label()))
          .append("</dt><dd>")
          .append(escape(entry.text()))
          .append("</dd></div>\n");
    }
    page.append("</dl>\n");
  }

  private static void lines(Sheet sheet, StringBuilder page) {
    page.append("<table>\n<thead><tr><th class=\"no\">no</th><th>line</th>")
        .append("<th class=\"symbol\">symbol</th><th class=\"formula\">from</th>");
    for (String column : sheet.columns()) {
      page.append("<th class=\"value\">").append(escape(column)).append("</th>");
    }
    page.append("<th class=\"unit\">unit</th></tr></thead>\n");
    int width = 5 + sheet.columns().size();
    for (Sheet.Block block : sheet.blocks()) {
      page.append("<tbody>\n<tr><th colspan=\"")
          .append(width)
          .append("\" scope=\"rowgroup\">")
          .append(escape(block.title()))
          .append("</th></tr>\n");
      block.lines().forEach(line -> row(line, page));
      page.append("</tbody>\n");
    }
    page.append("</table>\n");
  }

  private static void row(Sheet.Line line, StringBuilder page) {
    page.append(line.isResult() ? "<tr class=\"result\">" : "<tr>");
    cell("no", line.number(), page);
    cell("", line.title(), page);
    cell("symbol", line.symbol(), page);
    cell("formula", line.formula(), page);
    for (String value : line.values()) {
      cell("value", value, page);
    }
    cell("unit", line.unit(), page);
    page.append("</tr>\n");
  }

  private static void cell(String style, String text, StringBuilder page) {
    page.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">")
        .append(escape(text))
        .append("</td>");
  }

  private static void verdicts(List<Finding> verdicts, StringBuilder page) {
    if (verdicts.isEmpty()) {
      return;
    }
    page.append("<table class=\"verdicts\">\n<thead><tr><th colspan=\"3\">Verdicts</th></tr>")
        .append("</thead>\n<tbody>\n");
    for (Finding verdict : verdicts) {
      page.append("<tr>");
      cell("", verdict.check(), page);
      cell("", verdict.outcome().name().toLowerCase(Locale.ROOT), page);
      cell("", verdict.text(), page);
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }

  private static void remarks(List<String> remarks, StringBuilder page) {
    if (remarks.isEmpty()) {
      return;
    }
    page.append("<ul>\n");
    remarks.forEach(remark -> page.append("<li>").append(escape(remark)).append("</li>\n"));
    page.append("</ul>\n");
  }

  /** Nothing that a person typed becomes markup. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(letter);
      }
    }
    return escaped.toString();
  }
}
