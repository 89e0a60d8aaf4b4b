@NullMarked
package uk.earlyhelphub.platform.web;

import org.jspecify.annotations.NullMarked;
