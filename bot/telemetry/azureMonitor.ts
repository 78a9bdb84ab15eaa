import { setTimeout as wait } from 'node:timers/promises';
import { AzureMonitorMetricExporter } from '@azure/monitor-opentelemetry-exporter';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { type Level, levels, type Measure, measures } from '../app/meter.ts';
import type { Sender } from './telemetry.ts';

const everyInMs = 60_000;
const timeToSendInMs = 5_000;

/** OpenTelemetry's metrics, in the words of Application Insights. No traces: they would carry addresses, which hold ids and what people search. */
export function openAzureMonitor(
  connectionString: string,
  levelsNow: () => Promise<ReadonlyMap<Level, number>>,
): Sender {
  // Otherwise the library reports to its makers about itself; it listens to the environment alone.
  // eslint-disable-next-line no-restricted-properties
  Object.assign(process.env, {
    APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    APPLICATIONINSIGHTS_SDKSTATS_DISABLED: 'true',
  });
  // The library makes https of everything; the settings allow http for this very machine alone.
  const onThisMachine = /IngestionEndpoint=(http:[^;]+)/i.exec(connectionString)?.[1];
  const exporter = new AzureMonitorMetricExporter({
    connectionString,
    // Numbers of an hour ago are worth no file on the disk.
    disableOfflineStorage: true,
    ...(onThisMachine && { host: onThisMachine, allowInsecureConnection: true }),
    retryOptions: { maxRetries: 1 },
  });
  const reader = new PeriodicExportingMetricReader({
    exporter: inOurName(exporter),
    exportIntervalMillis: everyInMs,
    exportTimeoutMillis: timeToSendInMs,
  });
  const provider = new MeterProvider({ readers: [reader] });
  const meter = provider.getMeter('people-hour');
  const histograms = new Map(
    Object.entries(measures).map(([name, unit]) => [name as Measure, meter.createHistogram(name, { unit })]),
  );
  const gauges = new Map(
    Object.entries(levels).map(([name, unit]) => [name as Level, meter.createObservableGauge(name, { unit })]),
  );
  meter.addBatchObservableCallback(
    async (result) => {
      for (const [name, value] of await levelsNow()) result.observe(gauges.get(name)!, value);
    },
    [...gauges.values()],
  );
  return {
    record: (name, value, labels) => histograms.get(name)!.record(Math.max(0, value), labels),
    /** The last numbers are sent on the way out; whoever does not take them in time goes without. */
    async close() {
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, wait(timeToSendInMs, undefined, { ref: false })]);
    },
  };
}

/**
 * Azure shows the name of the service beside every number; which instance it was is the name of its machine. A resource of one's own is
 * made by one more library, so the one that comes along is shown under our name.
 */
function inOurName(exporter: AzureMonitorMetricExporter): PushMetricExporter {
  return {
    export({ resource, ...metrics }, done) {
      const attributes = { ...resource.attributes, 'service.name': 'people-hour' };
      return exporter.export(
        { ...metrics, resource: Object.create(resource, { attributes: { value: attributes } }) },
        done,
      );
    },
    selectAggregationTemporality: (kind) => exporter.selectAggregationTemporality(kind),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
