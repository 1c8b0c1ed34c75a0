package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedEncoderTest {

  @Test
  void weightsAreLoadedOnceAndClosedWithTheLastLease() throws Exception {
    EncoderRef encoder = TestEncoder.card().ref();
    int before = SharedEncoder.users(encoder.files());
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<List<SharedEncoder>>> leasing = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        leasing.add(
            pool.submit(
                () -> {
                  start.await();
                  List<SharedEncoder> leased = new ArrayList<>();
                  for (int k = 0; k < 3; k++) {
                    leased.add(
                        SharedEncoder.lease(Encoders.in(TestEncoder.DIRECTORY).shared(encoder)));
                  }
                  // Two of three go back at once, while others still take theirs.
                  leased.get(0).release();
                  leased.get(1).release();
                  return leased;
                }));
      }
      start.countDown();
      List<SharedEncoder> kept = new ArrayList<>();
      for (Future<List<SharedEncoder>> future : leasing) {
        kept.add(future.get().get(2));
      }

      assertThat(SharedEncoder.users(encoder.files())).isEqualTo(before + threads);
      assertThat(kept).containsOnly(kept.get(0));
      for (SharedEncoder shared : kept) {
        shared.release();
      }
      assertThat(SharedEncoder.users(encoder.files())).isEqualTo(before);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void closingTwiceReleasesOnce() {
    EncoderRef encoder = TestEncoder.card().ref();
    int before = SharedEncoder.users(encoder.files());
    TextEncoder first = TextEncoder.open(TestEncoder.DIRECTORY, encoder);
    TextEncoder second = TextEncoder.open(TestEncoder.DIRECTORY, encoder);
    first.close();
    first.close();
    assertThat(SharedEncoder.users(encoder.files())).isEqualTo(before + 1);
    second.close();
    assertThat(SharedEncoder.users(encoder.files())).isEqualTo(before);
  }
}
