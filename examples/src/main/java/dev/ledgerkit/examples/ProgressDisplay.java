package dev.ledgerkit.examples;

import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Shows how far a run is. Used by the thread that runs it. */
interface ProgressDisplay extends Consumer<Progress> {

  /** A run over these streams begins. */
  void begin(List<StreamShape> streams);

  /** The run is over, however it ended; what is printed next begins on a line of its own. */
  void end();
}
