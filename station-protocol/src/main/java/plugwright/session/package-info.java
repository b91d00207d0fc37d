/**
 * The one connection to a station: log-in, requests by class with one in flight, time-outs, back-off, trust on first
 * use, log-out always. The rules ({@link plugwright.session.ReplyRules}, {@link plugwright.session.QualityWindow}) are
 * pure; {@link plugwright.session.StationLink} owns the connection and its thread.
 */
@NullMarked
package plugwright.session;

import org.jspecify.annotations.NullMarked;
