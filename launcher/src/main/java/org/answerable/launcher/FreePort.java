package org.answerable.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Ports of this machine. */
final class FreePort {

    private FreePort() {}

    /** Says so at once when the port is taken, before anything is started. */
    static void check(String bind, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (UnknownHostException e) {
            throw new StartFailure("ANSWERABLE_BIND names no address: “" + bind + "”.", e);
        } catch (IOException e) {
            throw new StartFailure(
                    "Port "
                            + port
                            + " on "
                            + bind
                            + " cannot be used ("
                            + e.getMessage()
                            + "). Stop what uses it, or choose another: ./run --port "
                            + (port == 65535 ? 8080 : port + 1),
                    e);
        }
    }

    /** Some port that is free now. */
    static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free port was found: " + e.getMessage(), e);
        }
    }
}
