import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import { useGo } from "../use-desk";

/** The pages beside the path, behind three dots. */
export default function PageMenu({ pages }: { pages: readonly { readonly id: string; readonly title: string }[] }) {
  const go = useGo();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle" icon={<MoreHorizontal20Regular />}
          aria-label={`Menu: ${pages.map(({ title }) => title.toLowerCase()).join(", ")}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {pages.map(({ id, title }) => <MenuItem key={id} onClick={() => go(id)}>{title}</MenuItem>)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
