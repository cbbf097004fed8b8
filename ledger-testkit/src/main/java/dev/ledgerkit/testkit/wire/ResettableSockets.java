package dev.ledgerkit.testkit.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * Remembers accepted sockets by their order, so that one of them can be made to close with a reset.
 */
final class ResettableSockets extends ServerSocketFactory {
  private final Map<Integer, Socket> accepted = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /**
   * The next close of this connection sends RST instead of FIN: that is what a linger of zero
   * means.
   */
  void resetOnClose(int connectionIndex) {
    Socket socket = accepted.get(connectionIndex);
    if (socket != null) {
      try {
        socket.setSoLinger(true, 0);
      } catch (SocketException e) {
        throw new IllegalStateException("The connection is gone already.", e);
      }
    }
  }

  private final class Remembering extends ServerSocket {
    Remembering() throws IOException {
      super();
    }

    @Override
    public Socket accept() throws IOException {
      Socket socket = super.accept();
      // Head and body are written apart; with Nagle's algorithm every reply would wait 40 ms for an
      // ACK.
      socket.setTcpNoDelay(true);
      accepted.values().removeIf(Socket::isClosed);
      accepted.put(next.getAndIncrement(), socket);
      return socket;
    }
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new Remembering();
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new IOException("Only an unbound socket is supported.");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return createServerSocket(port);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return createServerSocket(port);
  }
}
