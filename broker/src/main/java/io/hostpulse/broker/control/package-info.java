/** What clients may ask of the alerter, over whatever protocol: orders, its view, and what its journal tells. Slow work is done at the desk. */
package io.hostpulse.broker.control;
