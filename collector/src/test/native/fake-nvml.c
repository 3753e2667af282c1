/*
 * A stand-in for NVIDIA's libnvidia-ml.so.1 with the functions, structures and codes of the public nvml.h that Hostpulse uses.
 * What it does is written in a file beside it, NAME.so.scenario, which is read at every call:
 *
 *   cards N             how many cards there are (default 1)
 *   mig                 the first card is divided into two instances
 *   fail FUNCTION CODE  this function returns this code, for every card
 *   lost CARD           every function of this card returns NVML_ERROR_GPU_IS_LOST
 *   hang FUNCTION       this function never returns
 *
 * What initialises a card is noted in NAME.so.calls. With -DOLD it has what a driver of 2015 had: no _v2 and _v3 of what got
 * another form later.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef int nvmlReturn_t;
typedef struct device *nvmlDevice_t;

enum {
    SUCCESS = 0, NOT_SUPPORTED = 3, NOT_FOUND = 6, INSUFFICIENT_SIZE = 7, GPU_IS_LOST = 15, ARGUMENT_VERSION_MISMATCH = 25
};

/* An instance of the first card is a device whose number is 100 and more. */
struct device { int number; };
static struct device devices[4] = {{0}, {1}, {2}, {3}};
static struct device instances[2] = {{100}, {101}};
static const char *const ADDRESSES[4] = {"0000:01:00.0", "0000:65:00.0", "0000:b3:00.0", "0000:e5:00.0"};
static const unsigned BUSES[4] = {0x01, 0x65, 0xb3, 0xe5};

typedef struct { unsigned gpu, memory; } nvmlUtilization_t;
typedef struct { unsigned long long total, free, used; } nvmlMemory_t;
typedef struct { unsigned version; unsigned long long total, reserved, free, used; } nvmlMemory_v2_t;
typedef struct { unsigned pid; unsigned long long usedGpuMemory; } nvmlProcessInfo_v1_t;
typedef struct {
    unsigned pid; unsigned long long usedGpuMemory; unsigned gpuInstanceId, computeInstanceId;
} nvmlProcessInfo_v2_t;
typedef struct {
    char busIdLegacy[16]; unsigned domain, bus, device, pciDeviceId, pciSubSystemId; char busId[32];
} nvmlPciInfo_t;

_Static_assert(sizeof(nvmlMemory_v2_t) == 40, "nvmlMemory_v2_t");
_Static_assert(sizeof(nvmlProcessInfo_v1_t) == 16, "nvmlProcessInfo_v1_t");
_Static_assert(sizeof(nvmlProcessInfo_v2_t) == 24, "nvmlProcessInfo_v2_t");
_Static_assert(sizeof(nvmlPciInfo_t) == 68, "nvmlPciInfo_t");

static FILE *beside(const char *suffix, const char *mode) {
    char path[4096];
    Dl_info self;
    if (!dladdr((void *)beside, &self)) return NULL;
    snprintf(path, sizeof path, "%s.%s", self.dli_fname, suffix);
    return fopen(path, mode);
}

static void note(const char *what, int number) {
    FILE *calls = beside("calls", "a");
    if (calls) {
        fprintf(calls, "%s %d\n", what, number);
        fclose(calls);
    }
}

/* The code that the scenario has for a function of a card (-1: of none). */
static nvmlReturn_t scenario(const char *function, int card) {
    char word[64], name[128];
    int number;
    nvmlReturn_t result = SUCCESS;
    FILE *file = beside("scenario", "r");
    if (!file) return SUCCESS;
    while (fscanf(file, "%63s", word) == 1) {
        if (!strcmp(word, "fail") && fscanf(file, "%127s %d", name, &number) == 2 && !strcmp(name, function))
            result = number;
        if (!strcmp(word, "lost") && fscanf(file, "%d", &number) == 1 && number == card) result = GPU_IS_LOST;
        if (!strcmp(word, "hang") && fscanf(file, "%127s", name) == 1 && !strcmp(name, function))
            for (;;) pause();
    }
    fclose(file);
    return result;
}

static int setting(const char *wanted, int otherwise) {
    char word[64];
    int result = otherwise;
    FILE *file = beside("scenario", "r");
    if (!file) return otherwise;
    while (fscanf(file, "%63s", word) == 1)
        if (!strcmp(word, wanted) && fscanf(file, "%d", &result) != 1) result = 1;
    fclose(file);
    return result;
}

#define ASKED(device)                                                    \
    do {                                                                 \
        nvmlReturn_t refused = scenario(__func__, (device)->number);     \
        if (refused) return refused;                                     \
    } while (0)
#define UNSIGNED(function, answer)                                       \
    nvmlReturn_t function(nvmlDevice_t device, unsigned *value) {        \
        ASKED(device);                                                   \
        *value = (answer);                                               \
        return SUCCESS;                                                  \
    }

const char *nvmlErrorString(nvmlReturn_t code) {
    switch (code) {
        case SUCCESS: return "Success";
        case 3: return "Not Supported";
        case 4: return "Insufficient Permissions";
        case 6: return "Not Found";
        case 9: return "Driver Not Loaded";
        case 15: return "GPU is lost";
        case 18: return "Driver/library version mismatch";
        default: return "Unknown Error";
    }
}

#ifdef OLD
nvmlReturn_t nvmlInit(void) { return scenario(__func__, -1); }
nvmlReturn_t nvmlDeviceGetCount(unsigned *count) {
#else
nvmlReturn_t nvmlInit_v2(void) { return scenario(__func__, -1); }
nvmlReturn_t nvmlDeviceGetCount_v2(unsigned *count) {
#endif
    nvmlReturn_t refused = scenario(__func__, -1);
    *count = setting("cards", 1);
    return refused;
}

nvmlReturn_t nvmlShutdown(void) { note("shutdown", 0); return SUCCESS; }

nvmlReturn_t nvmlSystemGetDriverVersion(char *version, unsigned length) {
    snprintf(version, length, "550.54.15");
    return scenario(__func__, -1);
}

nvmlReturn_t nvmlSystemGetProcessName(unsigned pid, char *name, unsigned length) {
    if (pid == 4243) return NOT_FOUND;
    snprintf(name, length, "/usr/bin/trainer-%u", pid);
    return SUCCESS;
}

static nvmlReturn_t initialise(int number, nvmlDevice_t *device, const char *function) {
    nvmlReturn_t refused = scenario(function, number);
    if (refused) return refused;
    note("initialise", number);
    *device = &devices[number];
    return SUCCESS;
}

#ifdef OLD
nvmlReturn_t nvmlDeviceGetHandleByIndex(unsigned index, nvmlDevice_t *device) {
#else
nvmlReturn_t nvmlDeviceGetHandleByIndex_v2(unsigned index, nvmlDevice_t *device) {
#endif
    return initialise((int)index, device, __func__);
}

#ifdef OLD
nvmlReturn_t nvmlDeviceGetHandleByPciBusId(const char *address, nvmlDevice_t *device) {
#else
nvmlReturn_t nvmlDeviceGetHandleByPciBusId_v2(const char *address, nvmlDevice_t *device) {
#endif
    int cards = setting("cards", 1);
    for (int i = 0; i < cards; i++)
        if (!strcmp(address, ADDRESSES[i])) return initialise(i, device, __func__);
    return NOT_FOUND;
}

#ifdef OLD
nvmlReturn_t nvmlDeviceGetPciInfo(nvmlDevice_t device, nvmlPciInfo_t *info) {
#else
nvmlReturn_t nvmlDeviceGetPciInfo_v3(nvmlDevice_t device, nvmlPciInfo_t *info) {
#endif
    ASKED(device);
    info->domain = 0;
    info->bus = BUSES[device->number];
    info->device = 0;
    return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetName(nvmlDevice_t device, char *name, unsigned length) {
    ASKED(device);
    snprintf(name, length, device->number < 100 ? "NVIDIA Fake %d" : "NVIDIA Fake MIG %d", device->number);
    return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetUUID(nvmlDevice_t device, char *uuid, unsigned length) {
    ASKED(device);
    snprintf(uuid, length, device->number < 100 ? "GPU-fake-%d" : "MIG-fake-%d", device->number);
    return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetUtilizationRates(nvmlDevice_t device, nvmlUtilization_t *utilization) {
    ASKED(device);
    utilization->gpu = 37;
    utilization->memory = 12;
    return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetMemoryInfo(nvmlDevice_t device, nvmlMemory_t *memory) {
    ASKED(device);
    memory->total = 16ULL << 30;
    memory->free = 11ULL << 30;
    memory->used = 5ULL << 30;
    return SUCCESS;
}

#ifndef OLD
nvmlReturn_t nvmlDeviceGetMemoryInfo_v2(nvmlDevice_t device, nvmlMemory_v2_t *memory) {
    ASKED(device);
    if (memory->version != (sizeof *memory | 2 << 24)) return ARGUMENT_VERSION_MISMATCH;
    memory->total = 16ULL << 30;
    memory->reserved = 1ULL << 30;
    memory->free = 11ULL << 30;
    memory->used = 4ULL << 30;
    return SUCCESS;
}
#endif

nvmlReturn_t nvmlDeviceGetTemperature(nvmlDevice_t device, int sensor, unsigned *temperature) {
    ASKED(device);
    *temperature = sensor == 0 ? 61 : 0;
    return SUCCESS;
}

UNSIGNED(nvmlDeviceGetFanSpeed, 44)
UNSIGNED(nvmlDeviceGetPowerUsage, 187654)
UNSIGNED(nvmlDeviceGetEnforcedPowerLimit, 300000)
UNSIGNED(nvmlDeviceGetGpuInstanceId, device->number - 99)
UNSIGNED(nvmlDeviceGetComputeInstanceId, 0)
UNSIGNED(nvmlDeviceGetMaxMigDeviceCount, 7)

nvmlReturn_t nvmlDeviceGetClockInfo(nvmlDevice_t device, int type, unsigned *clock) {
    ASKED(device);
    *clock = 1000 + type;
    return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetMaxClockInfo(nvmlDevice_t device, int type, unsigned *clock) {
    ASKED(device);
    *clock = 2000 + type;
    return SUCCESS;
}

/* The real one counts for 20 ms. */
nvmlReturn_t nvmlDeviceGetPcieThroughput(nvmlDevice_t device, int counter, unsigned *value) {
    ASKED(device);
    note("pcie", device->number);
    *value = counter == 0 ? 100 : 200;
    return SUCCESS;
}

nvmlReturn_t nvmlDeviceGetTotalEccErrors(nvmlDevice_t device, int type, int counter, unsigned long long *errors) {
    ASKED(device);
    *errors = 1 + type + 10 * counter;
    return SUCCESS;
}

#ifdef OLD
nvmlReturn_t nvmlDeviceGetCurrentClocksThrottleReasons(nvmlDevice_t device, unsigned long long *reasons) {
#else
nvmlReturn_t nvmlDeviceGetCurrentClocksEventReasons(nvmlDevice_t device, unsigned long long *reasons) {
#endif
    ASKED(device);
    *reasons = 0x4 | 0x40;
    return SUCCESS;
}

/* 70 programs compute, more than are expected at first; 4243 is in another container. */
#ifdef OLD
nvmlReturn_t nvmlDeviceGetComputeRunningProcesses(nvmlDevice_t device, unsigned *count, nvmlProcessInfo_v1_t *infos) {
#else
nvmlReturn_t nvmlDeviceGetComputeRunningProcesses_v3(nvmlDevice_t device, unsigned *count, nvmlProcessInfo_v2_t *infos) {
#endif
    unsigned room = *count;
    ASKED(device);
    *count = 70;
    if (room < 70) return INSUFFICIENT_SIZE;
    for (unsigned i = 0; i < 70; i++) {
        infos[i].pid = 4242 + i;
        infos[i].usedGpuMemory = i == 1 ? ~0ULL : (i + 1ULL) << 20;
    }
    return SUCCESS;
}

/* 4242 draws as well. */
#ifdef OLD
nvmlReturn_t nvmlDeviceGetGraphicsRunningProcesses(nvmlDevice_t device, unsigned *count, nvmlProcessInfo_v1_t *infos) {
#else
nvmlReturn_t nvmlDeviceGetGraphicsRunningProcesses_v3(nvmlDevice_t device, unsigned *count, nvmlProcessInfo_v2_t *infos) {
#endif
    ASKED(device);
    *count = 1;
    infos[0].pid = 4242;
    infos[0].usedGpuMemory = 1 << 20;
    return SUCCESS;
}

#ifndef OLD
nvmlReturn_t nvmlDeviceGetMigMode(nvmlDevice_t device, unsigned *current, unsigned *pending) {
    ASKED(device);
    *current = setting("mig", 0) && device->number == 0;
    *pending = *current;
    return SUCCESS;
}

/* At the places 0 and 3. */
nvmlReturn_t nvmlDeviceGetMigDeviceHandleByIndex(nvmlDevice_t device, unsigned index, nvmlDevice_t *instance) {
    ASKED(device);
    if (index != 0 && index != 3) return NOT_FOUND;
    *instance = &instances[index / 3];
    return SUCCESS;
}
#endif
