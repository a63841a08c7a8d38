import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { DeploymentSettings } from "../../data/types-administration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Maintenance } from "./maintenance.tsx";

const SIGN_UP: { value: DeploymentSettings["signUp"]; label: string }[] = [
  { value: "invitation", label: "Only who was invited" },
  { value: "domains", label: "Whoever has an address of certain domains" },
  { value: "open", label: "Anyone" },
];

const SECOND_FACTOR: { value: DeploymentSettings["secondFactor"]; label: string }[] = [
  { value: "optional", label: "Nobody" },
  { value: "administrators", label: "Administrators" },
  { value: "everyone", label: "Everyone" },
];

export function DeploymentPage() {
  const settings = useQuery(() => queries.settings());
  return (
    <Show
      when={!settings.error}
      fallback={
        <ErrorState error={settings.error} what="The settings did not load" onRetry={() => void settings.refetch()} />
      }
    >
      <Show when={settings.data} fallback={<Skeleton class="h-80 max-w-md" />}>
        {(data) => (
          <div class="flex max-w-md flex-col gap-8">
            <General settings={data()} />
            <Maintenance maintenance={data().maintenance} />
          </div>
        )}
      </Show>
    </Show>
  );
}

function General(props: { settings: DeploymentSettings }) {
  const [name, setName] = createSignal(props.settings.name);
  const [banner, setBanner] = createSignal(props.settings.banner);
  const [contact, setContact] = createSignal(props.settings.contact);
  const [signUp, setSignUp] = createSignal(props.settings.signUp);
  const [domains, setDomains] = createSignal(props.settings.signUpDomains.join(", "));
  const [secondFactor, setSecondFactor] = createSignal(props.settings.secondFactor);
  const [registries, setRegistries] = createSignal(props.settings.imageRegistries.join(", "));
  const [reading, setReading] = createSignal(props.settings.readWithoutAccount);
  const { busy, error, submit } = createSubmit();

  async function save() {
    await submit(async () => {
      const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean);
      await api.settings.change({
        ...{ name: name().trim(), banner: banner().trim(), contact: contact().trim() },
        // Said only when it changes: whoever has none is signed out each time it is.
        ...(secondFactor() === props.settings.secondFactor ? {} : { secondFactor: secondFactor() }),
        ...{ signUp: signUp(), signUpDomains: listed(domains()), readWithoutAccount: reading() },
        imageRegistries: listed(registries()),
      });
      toast("Saved", { tone: "ok", detail: "It holds everywhere within five seconds." });
      await client.invalidateQueries({ queryKey: ["deployment"] });
    });
  }

  return (
    <section>
      <h2 class="mb-3">Deployment</h2>
      <form
        class="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label="Name"
          value={name()}
          onText={setName}
          maxLength={60}
          required
          error={fieldError(error(), "name")}
        />
        <Select label="Who may make an account" options={SIGN_UP} value={signUp()} onChange={setSignUp} />
        <Show when={signUp() === "domains"}>
          <Field
            label="Domains"
            value={domains()}
            onText={setDomains}
            help="Separated by commas. People prove their address by a letter."
            placeholder="example.org, example.com"
            error={fieldError(error(), "signUpDomains")}
          />
        </Show>
        <div class="field">
          <Select
            label="Second factor required of"
            options={SECOND_FACTOR}
            value={secondFactor()}
            onChange={setSecondFactor}
          />
          <p class="help">Who has none is signed out and sets one up at the next sign-in. API keys are not asked.</p>
        </div>
        <div class="field">
          <Checkbox checked={reading()} onChange={setReading}>
            People without an account may read
          </Checkbox>
          <p class="help">
            What owners made public, and what a share link opens. Off, reading anything needs an account.
          </p>
        </div>
        <Field
          label="Banner"
          value={banner()}
          onText={setBanner}
          maxLength={300}
          help="A line above every page and on the sign-in page"
          error={fieldError(error(), "banner")}
        />
        <Field
          label="Contact"
          type="email"
          value={contact()}
          onText={setContact}
          help="Whom people ask for help"
          error={fieldError(error(), "contact")}
        />
        <Field
          label="Registries of images"
          value={registries()}
          onText={setRegistries}
          help="Where images of algorithms may come from, separated by commas. What runs in them nobody here has seen; with none named, none are run."
          placeholder="registry.example.org/team"
          error={fieldError(error(), "imageRegistries")}
        />
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
        <div>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim()}>
            Save
          </Button>
        </div>
      </form>
    </section>
  );
}
