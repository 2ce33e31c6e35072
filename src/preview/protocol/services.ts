import { HostObject } from "./host-object";
import type { InvocationResult } from "./custom-functions";

export interface ServiceWorld {
  receive(results: InvocationResult[]): void;
  showPane(visible: boolean): void;
  isPaneVisible(): boolean;
}

/** The library announces that its ribbon actions are ready; nothing to do, but it must be answered. */
class AddinInternalService extends HostObject {
  NotifyActionHandlerReady() {}
}

class AppRuntimeService extends HostObject {
  constructor(private readonly world: ServiceWorld) {
    super();
  }
  SetAppRuntimeState(state: string) {
    this.world.showPane(state === "Visible");
  }
  GetAppRuntimeState() {
    return this.world.isPaneVisible() ? "Visible" : "Background";
  }
}

/** Microsoft's custom-function runtime delivers its results here. */
class CustomFunctionsService extends HostObject {
  constructor(private readonly world: ServiceWorld) {
    super();
  }
  _SetOsfControlContainerReadyForCustomFunctions() {}
  _GetEnabledFeatures() {
    return [];
  }
  SetInvocationArrayResults(results: InvocationResult[]) {
    this.world.receive(results);
  }
  SetInvocationResults(results: { id: number; failed: boolean; value: unknown; errorCode?: number }[]) {
    this.world.receive(results.map((r) => [r.id, !r.failed, r.value, r.errorCode]));
  }
}

class CustomFunctionsContainer extends HostObject {
  constructor(private readonly world: ServiceWorld) {
    super();
  }
  get CustomFunctions() {
    return new CustomFunctionsService(this.world);
  }
}

export const CUSTOM_FUNCTIONS_SERVICE = "Microsoft.ExcelServices.CustomFunctions";

/** Services that the client library asks for by name, outside the workbook. */
export function createServices(world: ServiceWorld): Record<string, () => HostObject> {
  let startState = "Inactive";
  class AppRuntimePersistenceService extends HostObject {
    SetAppRuntimeStartState(state: string) {
      startState = state;
    }
    GetAppRuntimeStartState() {
      return startState;
    }
  }
  return {
    "Microsoft.InternalService.AddinInternalService": () => new AddinInternalService(),
    "Microsoft.AppRuntime.AppRuntimeService": () => new AppRuntimeService(world),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": () => new AppRuntimePersistenceService(),
    [CUSTOM_FUNCTIONS_SERVICE]: () => new CustomFunctionsService(world),
    "Microsoft.ExcelServices.CustomFunctionsContainer": () => new CustomFunctionsContainer(world),
  };
}
