package org.twinline.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.plan.Outlook;

/** Java, memory, cores and the locale. */
final class MachineChecks {
  private static final int LEAST_JAVA = 17;
  private static final long MIB = 1 << 20;

  /** What a job with defaults and no models wants (docs/formats.md). */
  private static final long USUAL_HEAP = 1152 * MIB;

  /** What the system, Java itself and the page cache are left. */
  private static final long SYSTEM = 512 * MIB;

  private MachineChecks() {}

  static List<Check> of(Optional<Job> job, Optional<Outlook> outlook) {
    return List.of(java(), cores(job), heap(outlook), memory(outlook), locale());
  }

  private static Check java() {
    Runtime.Version version = Runtime.version();
    String vendor = System.getProperty("java.vendor", "");
    return version.feature() >= LEAST_JAVA
        ? Check.ok("java", version + " of " + vendor)
        : Check.fail("java", version + ", must be 17 or later", "set JAVA_HOME to a Java 17");
  }

  private static Check cores(Optional<Job> job) {
    int cores = Runtime.getRuntime().availableProcessors();
    int workers = job.map(one -> one.runner().parallelism()).orElse(cores);
    return workers <= cores
        ? Check.ok("cores", cores + " for " + workers + (workers == 1 ? " worker" : " workers"))
        : Check.warn(
            "cores",
            cores + " for " + workers + " workers, which gain nothing beyond them",
            "--set runner.parallelism=" + cores);
  }

  private static Check heap(Optional<Outlook> outlook) {
    long most = Runtime.getRuntime().maxMemory();
    long wanted = outlook.map(one -> one.memory().heap()).orElse(USUAL_HEAP);
    String message =
        String.format(Locale.ROOT, "%,d MiB at most, %,d MiB are enough", most / MIB, wanted / MIB);
    // G1 keeps a few regions to itself, so that -Xmx1408m is a little less.
    return most >= wanted * 0.95
        ? Check.ok("heap", message)
        : Check.warn("heap", message, "export TWINLINE_JAVA_OPTS=-Xmx" + wanted / MIB + "m");
  }

  private static Check memory(Optional<Outlook> outlook) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long whole = system.getTotalMemorySize();
    long heap = outlook.map(one -> one.memory().heap()).orElse(USUAL_HEAP);
    long wanted = heap + outlook.map(one -> one.memory().beside()).orElse(0L) + SYSTEM;
    String message =
        String.format(
            Locale.ROOT,
            "%,d MiB in this machine or container, a run takes about %,d MiB with its heap",
            whole / MIB,
            wanted / MIB);
    return whole >= wanted
        ? Check.ok("memory", message)
        : Check.warn("memory", message, "use fewer workers: --set runner.parallelism=1");
  }

  private static Check locale() {
    String names = System.getProperty("sun.jnu.encoding", "");
    String texts = System.getProperty("file.encoding", "");
    boolean utf8 = names.equalsIgnoreCase("UTF-8") && texts.equalsIgnoreCase("UTF-8");
    return utf8
        ? Check.ok("locale", "UTF-8")
        : Check.warn(
            "locale",
            "file names and arguments are " + names + ", texts " + texts + ", not UTF-8",
            "export LC_ALL=C.UTF-8");
  }
}
