/** The packaged program is killed, starved and raced, started again, and has to end as if nothing had happened. */
package org.scrutineer.crash;
