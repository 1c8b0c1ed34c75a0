package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class TorchEngineTest {

  @Test
  void aGpuIsUsedWhereThereIsOneAndItIsNotForbidden() {
    assertThat(TorchEngine.device("", 0)).isEqualTo(Device.cpu());
    assertThat(TorchEngine.device("", 2)).isEqualTo(Device.gpu());
    assertThat(TorchEngine.device("cpu", 2)).isEqualTo(Device.cpu());
    assertThat(TorchEngine.device("cpu", 0)).isEqualTo(Device.cpu());
  }
}
