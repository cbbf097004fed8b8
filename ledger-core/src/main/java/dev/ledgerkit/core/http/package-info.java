/** The one way to the wire: a pipeline of OkHttp interceptors, and paging on top of it. */
@NullMarked
package dev.ledgerkit.core.http;

import org.jspecify.annotations.NullMarked;
