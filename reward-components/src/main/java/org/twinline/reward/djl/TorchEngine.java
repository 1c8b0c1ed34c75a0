package org.twinline.reward.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

/**
 * Starts DJL's PyTorch engine with the settings that scores rest on. The settings are read once,
 * when the engine starts: whoever uses DJL here calls {@link #start} first.
 */
public final class TorchEngine {
  /** The engine's name in DJL. */
  public static final String NAME = "PyTorch";

  /** The system property that says where encoders run; {@code cpu} forbids a GPU. */
  public static final String DEVICE = "twinline.device";

  private static final String CPU = "cpu";
  private static final String INTRA_OP_THREADS = "ai.djl.pytorch.num_threads";
  private static final String INTER_OP_THREADS = "ai.djl.pytorch.num_interop_threads";
  private static final String OFFLINE = "ai.djl.offline";

  /** Its passes cost a recompilation for every new shape of a batch and bring nothing here. */
  private static final String GRAPH_OPTIMIZER = "ai.djl.pytorch.graph_optimizer";

  private TorchEngine() {}

  /**
   * Starts the engine, or returns the running one: one thread per operation, because sums split
   * over threads differ in their last bits, and no download of native libraries.
   */
  public static Engine start() {
    // Holder idiom: class initialisation is the lock, and it happens once.
    return Started.ENGINE;
  }

  /**
   * Where encoders run: the first GPU where the engine finds one, else the CPU. The native library
   * that Twinline brings knows no GPU.
   */
  public static Device device() {
    return device(System.getProperty(DEVICE, ""), start().getGpuCount());
  }

  static Device device(String wanted, int gpus) {
    return gpus > 0 && !wanted.equals(CPU) ? Device.gpu() : Device.cpu();
  }

  private static final class Started {
    static final Engine ENGINE = begin();

    private static Engine begin() {
      System.setProperty(OFFLINE, "true");
      System.setProperty(INTRA_OP_THREADS, "1");
      System.setProperty(INTER_OP_THREADS, "1");
      System.setProperty(GRAPH_OPTIMIZER, "false");
      return Engine.getEngine(NAME);
    }
  }
}
