// Runs before the genuine office.js and plays the native container that Excel's web view would be: the two globals
// window.external and _richApiNativeBridge. Nothing of Microsoft's is patched. Found by the library, never by us:
// the method names are Microsoft's.
(function () {
  "use strict";
  var host = window.__previewHost || (window.parent !== window && window.parent.__previewHost);
  if (!host) throw new Error("The preview's host must be there before this page loads: open the preview's own page.");

  // 1. The channel of the rich API (Excel.run, events, custom functions): two functions and JSON strings.
  var bridge = {
    onMessageFromHost: null, // the library sets it
    sendMessageToHost: function (text) { connection.receive(text); },
  };
  var connection = host.connect({
    post: function (text) { if (bridge.onMessageFromHost) bridge.onMessageFromHost(text); },
  });
  window._richApiNativeBridge = bridge;
  window.addEventListener("pagehide", function () { connection.disconnect(); });

  // 2. What the library asks for while it loads: platform, API sets, document settings.
  var context = host.appContext();
  var settings = {
    Read: function (keys, values) {
      var all = host.legacySettings.read();
      Object.keys(all).forEach(function (key) { keys.push(key); values.push(all[key]); });
    },
    Write: function (keys, values) {
      var all = {};
      keys.forEach(function (key, i) { all[key] = values[i]; });
      host.legacySettings.write(all);
    },
  };
  function answer(value) { return function () { return value; }; }
  var control = {
    GetAppType: answer(1), // Excel
    GetSolutionRef: answer(context.solutionId),
    GetAppVersionMajor: answer(16), GetAppVersionMinor: answer(1),
    GetAppUILocale: answer(context.uiLocale), GetAppDataLocale: answer(context.dataLocale),
    GetDocUrl: answer(context.docUrl),
    GetAppCapabilities: answer(0), // read and write
    GetActivationMode: answer(1), // inserted
    GetControlIntegrationLevel: answer(1), // task pane
    GetSolutionToken: answer(""), GetInstanceId: answer(context.instanceId), GetCorrelationId: answer(""),
    GetTouchEnabled: answer(false), GetCommerceAllowed: answer(false),
    GetSupportedMatrix: answer(JSON.stringify(context.requirementMatrix)),
    GetHostFullVersion: answer(context.hostVersion),
    GetInitialDisplayMode: answer(2), // task pane
    GetOfficeThemeInfo: function () { return JSON.stringify(host.appContext().theme); },
    GetSettings: answer(settings),
  };
  Object.defineProperty(window, "external", {
    configurable: true, writable: true,
    value: {
      GetHostInfo: answer(context.hostInfo),
      GetContext: answer(control),
      GetLoggingAllowed: answer(false),
      Execute: function (methodId, args, done) {
        host.execute(methodId, args, function (result) { done({ toArray: answer(result) }); });
      },
      RegisterEvent: function (eventId, target, handler, done) {
        host.registerEvent(eventId, target, handler);
        done(0);
      },
      UnregisterEvent: function (eventId, target, done) { done(0); },
    },
  });
})();
