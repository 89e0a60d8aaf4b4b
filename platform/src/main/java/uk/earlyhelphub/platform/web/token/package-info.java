/** Whom a token speaks for: the issuer's keys, and what a token must say to be believed. */
@NullMarked
package uk.earlyhelphub.platform.web.token;

import org.jspecify.annotations.NullMarked;
