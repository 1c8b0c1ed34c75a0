package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InertTest {
  @Test
  void showsControlCharactersByTheirCode() {
    assertThat(Inert.line("\u001b[31mred\u001b[0m\u0007\u009b\u007f"))
        .isEqualTo("\\x1b[31mred\\x1b[0m\\x07\\x9b\\x7f");
  }

  @Test
  void showsWhatReordersOrHidesText() {
    assertThat(Inert.text("a\u202eb\u2066c\u200f\u200b\ufeff\u2028\u00ad"))
        .isEqualTo("a\\u202eb\\u2066c\\u200f\\u200b\\ufeff\\u2028\\xad");
    assertThat(Inert.text(new String(Character.toChars(0xE0041)))).isEqualTo("\\ue0041");
    assertThat(Inert.text("\ud800x\uffff")).isEqualTo("\\ud800x\\uffff");
  }

  @Test
  void keepsLinesInRunningTextOnly() {
    assertThat(Inert.text("a\r\nb\tc\rd\n")).isEqualTo("a\nb\tc\\x0dd\n");
    assertThat(Inert.line("a\nb\tc")).isEqualTo("a\\x0ab\\x09c");
  }

  @Test
  void leavesOrdinaryTextAsItIs() {
    String text = "急性心肌梗死 ≥ 2 mm, naïve 👩\u200d⚕️ العربية";
    assertThat(Inert.text(text)).isSameAs(text);
  }
}
