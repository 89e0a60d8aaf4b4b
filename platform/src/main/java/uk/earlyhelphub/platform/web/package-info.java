/** What every HTTP edge shares: who calls, strict reading, and problems that name field and rule. */
@NullMarked
package uk.earlyhelphub.platform.web;

import org.jspecify.annotations.NullMarked;
