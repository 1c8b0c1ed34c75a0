package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapesTextAndAttributes() {
    assertThat(new Html().element("p", "<b>&\"'", "title", "\"><i onclick='x'>").finish())
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;i onclick=&#39;x&#39;&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>");
  }

  @Test
  void writesShapesAndSingles() {
    assertThat(new Html().single("br").shape("rect", "x", "1").finish())
        .isEqualTo("<br><rect x=\"1\"/>");
  }

  @Test
  void refusesWhatRunsOrLoads() {
    Html html = new Html();
    assertThatThrownBy(() -> html.open("script")).hasMessage("Cannot write a script element");
    assertThatThrownBy(() -> html.open("p", "onclick", "x"))
        .hasMessage("illegal attribute: 'onclick'");
    assertThatThrownBy(() -> html.open("p", "style", "x")).hasMessage("illegal attribute: 'style'");
    assertThatThrownBy(() -> html.open("img", "src", "x")).hasMessage("illegal attribute: 'src'");
    assertThatThrownBy(() -> html.open("a", "href", "https://x"))
        .hasMessage("illegal href: a link must stay on the page");
    assertThatThrownBy(() -> html.open("a b")).hasMessage("illegal element: 'a b'");
    assertThatThrownBy(() -> html.styleSheet("</style>"))
        .hasMessage("Cannot write a style sheet that holds '<'");
  }

  @Test
  void refusesWhatDoesNotNest() {
    Html html = new Html().open("p");
    assertThatThrownBy(html::finish).hasMessage("Cannot finish: p is open");
    assertThatThrownBy(() -> html.close("div")).hasMessage("Cannot close div: p is open");
  }
}
