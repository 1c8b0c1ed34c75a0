package org.twinline.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinline.launcher.report.Treemap.Box;

class TreemapTest {
  /** The example of the paper: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4. */
  @Test
  void dividesThePapersExample() {
    List<Box> boxes = Treemap.squarify(List.of(6L, 6L, 4L, 3L, 2L, 2L, 1L), 6, 4);
    assertThat(boxes).hasSize(7);
    assertBox(boxes.get(0), 0, 0, 3, 2);
    assertBox(boxes.get(1), 0, 2, 3, 2);
    assertBox(boxes.get(2), 3, 0, 12 / 7.0, 7 / 3.0);
    assertBox(boxes.get(3), 3 + 12 / 7.0, 0, 9 / 7.0, 7 / 3.0);
    assertBox(boxes.get(4), 3, 7 / 3.0, 1.2, 5 / 3.0);
  }

  private static void assertBox(Box box, double x, double y, double width, double height) {
    assertThat(box.x()).isCloseTo(x, within(1e-9));
    assertThat(box.y()).isCloseTo(y, within(1e-9));
    assertThat(box.width()).isCloseTo(width, within(1e-9));
    assertThat(box.height()).isCloseTo(height, within(1e-9));
  }

  @Test
  void areasAreInProportionAndFillTheWhole() {
    List<Long> values = new ArrayList<>();
    long sum = 0;
    for (long n = 100_000_000_000L; n > 0; n /= 7) {
      values.add(n);
      sum += n;
    }
    List<Box> boxes = Treemap.squarify(values, 900, 340);
    for (int i = 0; i < values.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.width() * box.height() / (900 * 340))
          .isCloseTo((double) values.get(i) / sum, within(1e-9));
      assertThat(box.x()).isGreaterThanOrEqualTo(0);
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(900 + 1e-6);
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(340 + 1e-6);
      for (Box other : boxes.subList(i + 1, boxes.size())) {
        assertThat(overlap(box, other)).isLessThan(1e-6);
      }
    }
  }

  private static double overlap(Box a, Box b) {
    double width = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
    double height = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
    return Math.max(0, width) * Math.max(0, height);
  }

  @Test
  void wantsTheLargestFirst() {
    assertThat(Treemap.squarify(List.of(), 1, 1)).isEmpty();
    assertThatThrownBy(() -> Treemap.squarify(List.of(1L, 2L), 1, 1))
        .hasMessage("illegal value of a treemap: 2");
    assertThatThrownBy(() -> Treemap.squarify(List.of(1L, 0L), 1, 1))
        .hasMessage("illegal value of a treemap: 0");
  }
}
