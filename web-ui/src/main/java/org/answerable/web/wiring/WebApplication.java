package org.answerable.web.wiring;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The one JAX-RS application: pages and JSON resources of all modules, found by scanning. */
@ApplicationPath("/")
public class WebApplication extends Application {}
