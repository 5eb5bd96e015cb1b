/// Which adapter stands behind each port. The only place that names an adapter.
package dev.vitrine.chat.wiring;
