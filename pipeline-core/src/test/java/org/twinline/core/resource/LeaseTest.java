package org.twinline.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void opensOnceAndClosesWithTheLast() {
    Lease<Door> first = take();
    Lease<Door> second = take();
    first.close();
    first.close();

    assertThat(second.value()).isSameAs(first.value());
    assertThat(closed).hasValue(0);
    second.close();
    assertThat(closed).hasValue(1);
    take().close();
    assertThat(opened).hasValue(2);
  }

  @Test
  void threadsShareOne() throws InterruptedException {
    Lease<Door> held = take();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 1_000; i++) {
      threads.execute(() -> take().close());
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(opened).hasValue(1);
    held.close();
    assertThat(closed).hasValue(1);
  }

  private Lease<Door> take() {
    return Lease.take("door:" + System.identityHashCode(this), Door.class, Door::new);
  }

  private final class Door implements AutoCloseable {
    Door() {
      opened.incrementAndGet();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
